// Dilation, transposed, depthwise and more, with the numbers in the cells; the cells that are drawn are computed again from the others.
import { marked } from '../mark.js';
import { read } from '../numbers.js';

export const task = 'see dilation 2, transposed stride 2 and depthwise, with numbers in the cells';

const button = (name) => (lab) => lab.getByRole('button', { name, exact: true });
const box = (name) => (lab) => lab.getByRole('checkbox', { name });
/** The page, its picture, the one control, and what the window then is. */
const modes = [
  { name: 'dilation 2', page: 'kernel', picture: 'seven', control: button('More dilation'), dilation: 2 },
  {
    name: 'transposed, stride 2',
    page: 'window',
    picture: 'seven',
    control: box('transposed'),
    transposed: true,
  },
  { name: 'depthwise', page: 'kernel', picture: 'colour', control: button('depthwise'), groups: 3 },
  { name: 'groups', page: 'kernel', picture: 'maps', control: button('groups'), groups: 2 },
  { name: 'channels summed', page: 'kernel', picture: 'colour', control: button('all summed'), groups: 1 },
  { name: 'flipped', page: 'kernel', picture: 'seven', control: box('flipped'), flipped: true },
];

export async function measure(site) {
  const found = [];
  for (const mode of modes) found.push(await tryMode(site, mode));
  const list = (pick) => found.map(({ name, ...rest }) => `${name} ${pick(rest)}`).join(', ');
  return marked(
    found.every(({ cells }) => cells > 0),
    [
      [
        found.every(({ interactions }) => interactions <= 2),
        `interactions: ${list(({ interactions }) => interactions)} (line: 2)`,
      ],
      [found.every(({ isFull }) => isFull), `numbers in every cell: ${list(({ cells }) => cells)} cells`],
      [
        found.every(({ wrong }) => wrong === 0),
        `cells other than the oracle’s: ${list(({ wrong }) => wrong)}`,
      ],
      [found.every(({ isPinned }) => isPinned), 'a click pins a cell in each'],
    ],
  );
}

async function tryMode(site, mode) {
  const visitor = await site.lab(mode.page);
  const lab = visitor.page.locator('cnn-convolution');
  await lab.locator('select').first().selectOption(mode.picture);
  visitor.interactions++;
  await visitor.settle();
  await visitor.click(mode.control(lab));
  await visitor.settle();
  const { interactions } = visitor;
  const grids = await lab.locator('[role="application"]').evaluateAll((all) =>
    all.map((grid) => ({
      label: grid.getAttribute('aria-label'),
      size: /(\d+) × (\d+)/
        .exec(grid.querySelector('[role="img"]').getAttribute('aria-label'))
        .slice(1)
        .map(Number),
      texts: [...grid.querySelectorAll('.numbers span')].map(({ textContent }) => textContent),
    })),
  );
  const kernels = await lab
    .locator('[role="group"]:has(input)')
    .evaluateAll((all) =>
      all
        .filter((group) => /ernel/.test(group.getAttribute('aria-label')))
        .map((group) => [...group.querySelectorAll('input')].map(({ value }) => value)),
    );
  const outputs = grids.filter(({ label }) => /^output/.test(label));
  const inputs = grids.filter(({ label }) => !/^(output|Partial)/.test(label));
  const isFull = grids.every(({ size, texts }) => texts.length === size[0] * size[1]);
  let wrong = 0;
  let cells = 0;
  outputs.forEach(({ texts, size }, output) => {
    const own = inputs.length / outputs.length;
    const expected = compute(
      inputs.slice(output * own, output * own + own),
      kernels.slice(output * own, output * own + own),
      size,
      mode,
    );
    texts.forEach((text, at) => {
      cells++;
      // What is written is rounded, inputs and outputs.
      const digits = /\.(\d+)/.exec(text)?.[1].length ?? 1;
      if (!(Math.abs(read(text) - expected[at].value) <= expected[at].rounding + 0.5 * 10 ** -digits + 1e-9))
        wrong++;
    });
  });
  await visitor.click(
    lab.locator('[role="application"]').filter({ has: visitor.page.getByRole('img', { name: /^output/ }) }),
    { position: { x: 40, y: 40 } },
  );
  await visitor.page.mouse.move(5, 5);
  await visitor.settle();
  const isPinned = /pinned/i.test(await lab.ariaSnapshot());
  await visitor.leave();
  return { name: mode.name, interactions, isFull, wrong, cells, isPinned };
}

/** From the numbers that stand in the inputs: every output cell, and how far rounding of the inputs can move it. */
function compute(inputs, kernels, [height, width], { dilation = 1, transposed = false, flipped = false }) {
  const out = Array.from({ length: height * width }, () => ({ value: 0, rounding: 0 }));
  inputs.forEach(({ texts, size }, channel) => {
    const values = texts.map(read);
    const weights = kernels[channel].map(read);
    /** Half a unit of the last digit that is written; a plain 0 has as many as the shortest beside it. */
    const digits = texts.map((text) => /\.(\d+)/.exec(text)?.[1].length);
    const fewest = Math.min(2, ...digits.filter((count) => count !== undefined));
    const halves = digits.map((count) => 0.5 * 10 ** -(count ?? fewest));
    const add = (row, column, at, weight) => {
      if (row < 0 || row >= height || column < 0 || column >= width) return;
      out[row * width + column].value += values[at] * weight;
      out[row * width + column].rounding += halves[at] * Math.abs(weight);
    };
    for (let row = 0; row < size[0]; row++)
      for (let column = 0; column < size[1]; column++)
        weights.forEach((_, place) => {
          const weight = weights[flipped ? weights.length - 1 - place : place];
          const [y, x] = [Math.floor(place / 3), place % 3];
          const at = row * size[1] + column;
          // The page begins with stride 2 and a padding of 1 there.
          if (transposed) add(row * 2 - 1 + y, column * 2 - 1 + x, at, weight);
          else add(row - y * dilation, column - x * dilation, at, weight);
        });
  });
  return out;
}

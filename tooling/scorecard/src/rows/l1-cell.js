// Draw a 4, find the kernel that answers most to its standing stroke, read the exact sum of one of its cells.
import { computed } from '../engine.js';
import { marked } from '../mark.js';
import { read, short } from '../numbers.js';
import { middleOfStroke } from '../stroke.js';

export const task = 'draw a 4, find the kernel that answers most, read the exact sum of a cell';

export async function measure(site) {
  const visitor = await site.lab('maps');
  const { page } = visitor;
  await visitor.drawFour();
  const maps = await computed(page, 'conv1/output');
  const pixels = await computed(page, 'input');
  const ranking = page.locator('cnn-feature-maps [part="ranking"]');
  const isUnasked = /first: map \d/.test(await ranking.textContent());
  // The middle of the standing stroke, where the digit has been moved to its middle.
  const place = middleOfStroke(pixels);
  const near = Array.from({ length: 8 }, (_, unit) => largestNear(maps, unit, place));
  const unit = near.indexOf(Math.max(...near));
  const clickOn = (map) => {
    const button = page.locator(`cnn-feature-maps button[data-unit="${map}"]`);
    return button.boundingBox().then(({ width, height }) =>
      visitor.click(button, {
        position: { x: ((place[1] + 0.5) / 28) * width, y: ((place[0] + 0.5) / 28) * height },
      }),
    );
  };
  await clickOn(0);
  await visitor.settle();
  const isNamed = (await ranking.textContent()).includes(`first: map ${unit} (`);
  await clickOn(unit);
  await page.mouse.move(2, 2);
  await visitor.settle();
  const cell = page.locator('cnn-cell');
  const [row, column] = place;
  const isOpen = (await cell.locator('[part="readout"]').textContent()).includes(
    `conv1, map ${unit} [${row}, ${column}]`,
  );
  const largest = (row * 28 + column) * 8 + unit;
  const table = await cell.locator('[part="table"] tbody tr').count();
  const cells = await cell
    .locator('[part="table"] tbody tr')
    .evaluateAll((rows) => rows.map((row) => [...row.children].map(({ textContent }) => textContent)));
  const terms = cells.filter(([, value, weight]) => value && weight);
  const bias = read(cells.find(([name]) => name === 'bias')[3]);
  const sum = terms.reduce((total, [, value, weight]) => total + read(value) * read(weight), bias);
  const preactivation = await computed(page, 'conv1/preactivation');
  const off = Math.abs(sum - preactivation[largest]);
  // The window as it lies in the image; products outside are none.
  const inside = [-2, -1, 0, 1, 2].flatMap((y) =>
    [-2, -1, 0, 1, 2].filter((x) => row + y >= 0 && row + y < 28 && column + x >= 0 && column + x < 28),
  ).length;
  await visitor.leave();
  return marked(isOpen && table > 0, [
    [visitor.interactions <= 4, `${visitor.interactions} interactions (line: 2 drags + at most 2)`],
    [isUnasked, `kernels ${isUnasked ? '' : 'not '}ranked unasked, over the whole drawing`],
    [
      isNamed,
      `at the standing stroke, [${row}, ${column}]: map ${unit} ${isNamed ? 'ranked first, as the engine has it' : 'should be first, and is not'}`,
    ],
    [terms.length === inside, `${terms.length} products of ${inside} and the bias on screen`],
    [off <= 1e-6, `added again they are off by ${short(off)} (line: 1e-6)`],
  ]);
}

function largestNear(maps, unit, [row, column]) {
  const cells = [-2, -1, 0, 1, 2].flatMap((y) =>
    [-2, -1, 0, 1, 2].map((x) => maps[((row + y) * 28 + column + x) * 8 + unit]),
  );
  return Math.max(...cells);
}

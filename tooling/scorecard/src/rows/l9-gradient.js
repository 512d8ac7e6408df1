// One weight's gradient as a sum over positions, and the weight that the step makes of it.
/* global document, window -- in the page, not here */
import { labelsOf } from '../labels.js';
import { marked } from '../mark.js';
import { read, readAll, short } from '../numbers.js';
import { lossOf, weightPaths } from '../seed-network.js';

export const task = 'see one weight’s gradient as a sum over positions, then the new weight';

export async function measure(site) {
  const visitor = await site.lab('learning');
  const { page } = visitor;
  const paths = [...weightPaths, 'input', 'conv1/filter/gradient'];
  // A step tells those who have asked before it.
  await page.evaluate((paths) => {
    const { session } = document.querySelector('cnn-model');
    window.taps = Object.fromEntries(
      paths.map((path) => [path, session.tap({ path, of: 'batch', ...(path === 'input' && { rows: 32 }) })]),
    );
    for (const tap of Object.values(window.taps)) tap.subscribe(() => {});
  }, paths);
  const cell = page.locator('cnn-cell');
  await visitor.click(cell.locator('[part="step"]'));
  await cell.locator('[part="readout"]').waitFor({ timeout: 90_000 });
  await visitor.settle();
  const told = await cell.locator('[part="readout"]').textContent();
  const [, unit, row, column] = /map (\d+), weight \[(\d+), (\d+)\]/.exec(told).map(Number);
  const shown = read(/gradient (.*?)\. The step/.exec(told)[1]);
  const [before, after] = /from (\S+) to (\S+)\.\s*$/.exec(told).slice(1).map(read);
  const facts = await cell.locator('dl.facts').allInnerTexts();
  const positions = await cell.locator('figure', { hasText: 'at every position' }).count();
  const values = await page.evaluate(
    (paths) => Object.fromEntries(paths.map((path) => [path, Array.from(window.taps[path].current.data)])),
    paths,
  );
  await visitor.leave();

  const index = (row * 5 + column) * 8 + unit;
  const labels = await labelsOf(values.input);
  const epsilon = 1e-6;
  const lossAt = (change) => {
    const filter = [...values['conv1/filter']];
    filter[index] += change;
    return lossOf(values.input, labels, { ...values, 'conv1/filter': filter });
  };
  const difference = (lossAt(epsilon) - lossAt(-epsilon)) / (2 * epsilon);
  const engine = values['conv1/filter/gradient'][index];
  const relative = (value) => Math.abs(value - difference) / Math.abs(difference);
  // Kingma & Ba's rule at its first update, by hand: both moments come out as the gradient and its square.
  const expected = values['conv1/filter'][index] - (0.002 * engine) / (Math.abs(engine) + 1e-8);
  const hasState = facts.some(
    (text) => text.includes('mean of gradients so far') && readAll(text).length > 6,
  );
  return marked(positions === 1, [
    [visitor.interactions <= 2, `${visitor.interactions} click (line: 2)`],
    [
      positions === 1,
      'every position of the map drawn, the marked one as a number, sums by image and over the batch',
    ],
    [hasState, 'the optimizer’s state and rule shown'],
    [
      relative(engine) <= 1e-3,
      `finite difference in double precision over ${labels.length} digits: gradient off by ${short(relative(engine))} of itself (line: 1e-3)`,
    ],
    [relative(shown) <= 1e-3, `as it is shown, ${short(shown)}, by ${short(relative(shown))}`],
    [
      Math.abs(after - expected) <= 1e-6 && before !== after,
      `new weight ${after}, ${short(Math.abs(after - expected))} from the rule by hand`,
    ],
  ]);
}

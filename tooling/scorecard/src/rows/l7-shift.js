// The digit moved by one pixel: maximum, average, strided convolution and no pooling side by side.
import { computed } from '../engine.js';
import { marked } from '../mark.js';
import { readAll } from '../numbers.js';

export const task = 'move the digit by a pixel: compare max, average, strided convolution, no pooling';

export async function measure(site) {
  const visitor = await site.lab('pool');
  const { page } = visitor;
  const lab = page.locator('cnn-pooling');
  await visitor.click(lab.getByRole('button', { name: 'Shift right' }));
  await visitor.click(lab.getByRole('button', { name: 'Measure time' }));
  await page.waitForTimeout(3000);
  await visitor.settle();
  const names = ['max', 'average', 'strided convolution', 'none'];
  const columns = await Promise.all(
    names.map(async (name) => {
      const text = await lab.getByRole('region', { name, exact: true }).innerText();
      const after = (word) => text.slice(text.indexOf(word) + word.length).trim();
      return {
        name,
        changed: readAll(after('changed'))[0],
        parameters: readAll(after('parameters'))[0],
        time: after('time').split('\n')[0],
        text,
      };
    }),
  );
  const map = (await computed(page, 'conv1/output')).filter((_, at) => at % 8 === 0);
  await visitor.leave();
  const expected = changes(map);
  const areRight = columns.every(({ name, changed }) => changed === expected[name]);
  const timed = columns.filter(({ name, time }) => name === 'none' || /\d/.test(time));
  const told = columns.filter(({ text }) => /predict|reads|most likely/i.test(text));
  return marked(columns.length === 4, [
    [
      visitor.interactions <= 2,
      `${visitor.interactions} clicks (line: 2), ${columns.length} columns and L2 pooling`,
    ],
    [
      areRight,
      `cells changed: ${columns.map(({ name, changed }) => `${name} ${changed}`).join(', ')}${areRight ? ', as the oracle counts' : `; the oracle counts ${JSON.stringify(expected)}`}`,
    ],
    [
      columns.every(({ parameters }) => parameters !== undefined),
      `parameters: ${columns.map(({ parameters }) => parameters).join(', ')}`,
    ],
    [timed.length === 4, `times: ${columns.map(({ time }) => time).join(', ')}`],
    [told.length === 4, `a prediction in ${told.length} of 4 columns`],
    [false, 'it is a map of conv1 that is moved by a cell, not the digit'],
  ]);
}

/** So many cells of each output are others after a move of the map to the right, zeros coming in. */
function changes(map) {
  const moved = map.map((_, at) => (at % 28 === 0 ? 0 : map[at - 1]));
  const four = (values, way) =>
    Array.from({ length: 196 }, (_, cell) =>
      way([0, 1, 28, 29].map((step) => values[Math.floor(cell / 14) * 56 + (cell % 14) * 2 + step])),
    );
  const count = (a, b) => a.filter((value, at) => Math.abs(value - b[at]) > 1e-9).length;
  const mean = (values) => values.reduce((sum, value) => sum + value, 0) / 4;
  const largest = (values) => Math.max(...values);
  return {
    max: count(four(map, largest), four(moved, largest)),
    average: count(four(map, mean), four(moved, mean)),
    'strided convolution': count(four(map, mean), four(moved, mean)),
    none: count(map, moved),
  };
}

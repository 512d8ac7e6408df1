// Why this digit and not that one: a score traced back to cells, and one of those to pixels.
import { computed } from '../engine.js';
import { marked } from '../mark.js';
import { read, short } from '../numbers.js';
import { forward, putsInto, weightPaths } from '../seed-network.js';

export const task = 'trace a score back to pixels';

export async function measure(site) {
  const visitor = await site.lab('verdict');
  const { page } = visitor;
  await visitor.drawFour();
  const before = visitor.interactions;
  const flatten = page.locator('cnn-flatten');
  await visitor.click(flatten.locator('.class-9'));
  await visitor.settle();
  const toSum = visitor.interactions - before;
  const terms = (await flatten.locator('[part="sum"] li').allInnerTexts()).map((text) => ({
    index: Number(/^(\d+):/.exec(text)?.[1] ?? NaN),
    amount: read(/([+−-]?[\d,]+\.\d+)\s*$/.exec(text)[1]),
  }));
  const logits = await computed(page, 'dense2/output');
  const sum = terms.reduce((total, { amount }) => total + amount, 0);
  const off = Math.abs(sum - logits[9]);

  const weights = {};
  for (const path of weightPaths) weights[path] = await computed(page, path);
  const known = putsInto(forward(await computed(page, 'input'), weights), weights, 9);
  const named = terms.filter(({ index }) => !Number.isNaN(index));
  const strongest = [...known.keys()].sort((a, b) => Math.abs(known[b]) - Math.abs(known[a]));
  const areStrongest = named.every(({ index }, rank) => index === strongest[rank]);
  const amounts = Math.max(...named.map(({ index, amount }) => Math.abs(amount - known[index])));

  await visitor.click(flatten.locator('[part="sum"] button').nth(1));
  await visitor.settle();
  const field = await flatten.locator('[part="input"] path.edge').getAttribute('d');
  const [, left, top, bottom, right] = /M(\d+) (\d+)V(\d+)H(\d+)/.exec(field).map(Number);
  const cell = Math.floor(named[1].index / 16);
  const isLit = [
    [left, reach(cell % 7)[0]],
    [top, reach(Math.floor(cell / 7))[0]],
    [bottom, reach(Math.floor(cell / 7))[1]],
    [right, reach(cell % 7)[1]],
  ].every(([shown, expected]) => shown === expected);
  const toPixels = visitor.interactions - before - toSum;
  await visitor.leave();
  return marked(named.length > 0, [
    [toSum <= 1, `${toSum} click to the sum, ${toPixels} more to the pixels (line: 1 + 1)`],
    [
      off <= 1e-4,
      `${named.length} contributions, the rest and the biases miss the logit by ${short(off)} (line: 1e-4)`,
    ],
    [
      areStrongest && amounts <= 6e-5,
      `they are the oracle’s strongest, off by at most ${short(amounts)} (four decimals are shown)`,
    ],
    [
      isLit,
      `pixels lit: rows ${top} to ${bottom - 1}, columns ${left} to ${right - 1}${isLit ? ', as counted by hand' : ''}`,
    ],
  ]);
}

/** Pixels that a cell of the second pool can be reached from along one axis: two poolings by 2, two windows of 5. */
function reach(place) {
  const conv2 = [place * 2, place * 2 + 2];
  const pool1 = [Math.max(0, conv2[0] - 2), Math.min(14, conv2[1] + 2)];
  const conv1 = [pool1[0] * 2, pool1[1] * 2];
  return [Math.max(0, conv1[0] - 2), Math.min(28, conv1[1] + 2)];
}

// ReLU taken out: two convolutions are one.
import { computed } from '../engine.js';
import { marked } from '../mark.js';
import { readAll, short } from '../numbers.js';
import { forward, weightPaths } from '../seed-network.js';

export const task = 'take ReLU out and see two convolutions become one';

export async function measure(site) {
  const visitor = await site.lab('bend');
  const { page } = visitor;
  const lab = page.locator('cnn-activation');
  await visitor.click(lab.getByRole('button', { name: 'none' }));
  await visitor.settle();
  const average = lab.locator('[part="average"]');
  if ((await average.count()) > 0) {
    await visitor.click(average);
    await visitor.settle();
  }
  const isShown = (await lab.locator('[part="kernel"]').count()) > 0;
  const said = isShown ? await lab.locator('[part="kernel-agreement"]').innerText() : '';
  const size = /with a kernel of (\d+ × \d+)/.exec(
    isShown ? await lab.locator('[part="linear"]').innerText() : '',
  )?.[1];
  const shown = readAll(/inside: (.*?)\.(?:\s|$)/.exec(said)?.[1] ?? '')[0];
  const weights = {};
  for (const path of weightPaths) weights[path] = await computed(page, path);
  const image = await computed(page, 'input');
  const engine = await computed(page, 'conv2/output');
  await visitor.leave();
  const { sums2 } = forward(image, weights, false);
  const ofEngine = Math.max(...engine.map((value, at) => Math.abs(value - sums2[at])));
  const oracle = differenceOfOne(image, weights, sums2);
  return marked(isShown, [
    [
      visitor.interactions <= 1,
      `${visitor.interactions} clicks (line: 1): the pools have to take means first`,
    ],
    [size === '14 × 14', `the one kernel is shown, ${size}`],
    [shown <= 1e-5, `largest difference shown ${shown === undefined ? 'not' : short(shown)} (line: 1e-5)`],
    [
      oracle <= 1e-5 && ofEngine <= 1e-5,
      `by the oracle ${short(oracle)}; the engine’s two convolutions are ${short(ofEngine)} from the oracle’s`,
    ],
  ]);
}

/** One kernel, found by asking the two what a single lit pixel does, beside the two, in cells whose windows touch no border. */
function differenceOfOne(image, weights, two) {
  const zero = forward(new Float64Array(784), weights, false).sums2;
  const middle = 6;
  const unit = 0;
  const at = (row, column) => (row * 14 + column) * 16 + unit;
  const top = middle * 2 - 6;
  const kernel = Array.from({ length: 14 * 14 }, (_, place) => {
    const lit = new Float64Array(784);
    lit[(top + Math.floor(place / 14)) * 28 + top + (place % 14)] = 1;
    return forward(lit, weights, false).sums2[at(middle, middle)] - zero[at(middle, middle)];
  });
  let most = 0;
  for (let row = 3; row <= 10; row++)
    for (let column = 3; column <= 10; column++) {
      const [y, x] = [row * 2 - 6, column * 2 - 6];
      const sum = kernel.reduce(
        (total, weight, place) =>
          total + weight * image[(y + Math.floor(place / 14)) * 28 + x + (place % 14)],
        zero[at(middle, middle)],
      );
      most = Math.max(most, Math.abs(sum - two[at(row, column)]));
    }
  return most;
}

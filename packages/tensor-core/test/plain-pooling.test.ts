// The plain pooling of geometry, which pictures explain: its maximum is the reference kernel's, bit for bit, and its average that of
// the op; average and L2, which no kernel computes, are also held against windows that are written out as lists.
import { pool, poolGradient, windowPlan } from '@convlens/geometry';
import type { PlainImage, WindowPlan } from '@convlens/geometry';
import { fillUniform, randomKey, uniformAt } from '@convlens/random';
import { describe, expect, it } from 'vitest';
import { averagePool2d, gradients, maxPool2d, Runtime } from '../src/index.js';
import { reference } from '../src/reference/index.js';

const runtime = new Runtime(reference());

interface Case {
  readonly image: PlainImage & { readonly values: Float64Array };
  readonly window: readonly [number, number];
  readonly strides: readonly [number, number];
  readonly dilations: readonly [number, number];
  readonly padding: 'same' | { top: number; bottom: number; left: number; right: number };
  readonly plan: WindowPlan;
  /** One number for each of the output. */
  readonly dy: Float64Array;
  readonly countsPadding: boolean;
}

/**
 * Sizes 1 to 9, 1 to 3 channels, rectangular windows of 1 to 4, strides and dilations of 1 to 3, four different pads or 'same';
 * pads of up to 4 put whole windows outside. A third of the images have few different numbers, so that windows tie.
 */
function caseOf(seed: number): Case {
  let draws = 0;
  const pick = (least: number, most: number): number =>
    least + Math.floor(uniformAt(randomKey(seed, 'settings'), draws++) * (most - least + 1));
  const channels = pick(1, 3);
  const window = [pick(1, 4), pick(1, 4)] as const;
  const dilations = [pick(1, 3), pick(1, 3)] as const;
  const pads = { top: pick(0, 4), bottom: pick(0, 4), left: pick(0, 4), right: pick(0, 4) };
  const padding = pick(0, 3) === 0 ? 'same' : pads;
  const fits = (cells: number, axis: 0 | 1, pad: number): number =>
    padding === 'same' ? cells : Math.max(cells, (window[axis] - 1) * dilations[axis] + 1 - pad, 1);
  const height = fits(pick(1, 9), 0, pads.top + pads.bottom);
  const width = fits(pick(1, 9), 1, pads.left + pads.right);
  const strides = [pick(1, 3), pick(1, 3)] as const;
  const numbers = (name: string, length: number): Float64Array =>
    fillUniform(new Float64Array(length), randomKey(seed, name), -1, 1);
  const values = numbers('image', height * width * channels);
  if (pick(0, 2) === 0) values.forEach((value, index) => (values[index] = Math.round(value * 2)));
  const plan = windowPlan('pool', { input: [height, width], window, strides, dilations, padding });
  return {
    image: { values, shape: [height, width, channels] },
    window,
    strides,
    dilations,
    padding,
    plan,
    dy: numbers('dy', plan.output[0] * plan.output[1] * channels),
    countsPadding: pick(0, 1) === 1,
  };
}

describe('plain max-pooling', () => {
  it.each([0, 1, 2, 3, 4, 5, 6])(
    'equals the reference kernel and its gradient, bit for bit, in 500 random settings, batch %i',
    async (batch) => {
      for (let seed = batch * 500; seed < (batch + 1) * 500; seed++) {
        const { image, window, strides, dilations, padding, plan, dy } = caseOf(seed);
        // One image in ten has a NaN somewhere.
        if (seed % 10 === 0) image.values[seed % image.values.length] = NaN;
        const x = runtime.tensor(image.values, [1, ...image.shape], { requiresGrad: true });
        const y = maxPool2d(x, { windowSize: window, strides, dilations, padding });
        const plain = pool('max', image, plan);
        expect([1, ...plain.shape], `seed ${seed}`).toEqual([...y.shape]);
        expect(Array.from(plain.values), `seed ${seed}`).toEqual(Array.from(y.readSync()));
        const dyTensor = runtime.tensor(dy, y.shape);
        const [dx] = gradients(y, [x], { dy: dyTensor });
        const truth = await dx!.read();
        expect(Array.from(poolGradient('max', image, plan, dy).values), `seed ${seed}`).toEqual(
          Array.from(truth),
        );
        for (const tensor of [x, y, dyTensor, dx!]) tensor.dispose();
      }
    },
  );

  it('meets windows that tie, that hold NaN and that lie wholly in the padding among its settings', () => {
    let [ties, empty, wide] = [0, 0, 0];
    for (let seed = 0; seed < 3500; seed++) {
      const { image, plan } = caseOf(seed);
      const lists = windowLists(image, plan);
      if (lists.some((places) => places.length === 0)) empty++;
      const largest = (places: readonly number[]): number =>
        Math.max(...places.map((place) => image.values[place]!));
      if (lists.some((at) => at.filter((place) => image.values[place] === largest(at)).length > 1)) ties++;
      if (image.shape[2] > 1) wide++;
    }
    expect(Math.min(ties, empty, wide)).toBeGreaterThan(200);
  });
});

/**
 * For every output number, channel by channel within a place, the places of its window in the image's values: by laying the
 * padded image out as a grid of places and reading the grid, without a thought for the kernels' arithmetic.
 */
function windowLists({ shape }: PlainImage, plan: WindowPlan): readonly (readonly number[])[] {
  const [height, width, channels] = shape;
  const { pads, window, strides, dilations, output } = plan;
  const outside = (count: number): undefined[] => Array<undefined>(count).fill(undefined);
  const across = pads.left + width + pads.right;
  const grid: (number | undefined)[][] = [
    ...Array.from({ length: pads.top }, () => outside(across)),
    ...Array.from({ length: height }, (_, row) => [
      ...outside(pads.left),
      ...Array.from({ length: width }, (_cell, column) => row * width + column),
      ...outside(pads.right),
    ]),
    ...Array.from({ length: pads.bottom }, () => outside(across)),
  ];
  const lists: number[][] = [];
  for (let row = 0; row < output[0]; row++) {
    for (let column = 0; column < output[1]; column++) {
      const rows = grid
        .slice(row * strides[0])
        .filter((_, index) => index % dilations[0] === 0)
        .slice(0, window[0]);
      const cells = rows.flatMap((cellsOfRow) =>
        cellsOfRow
          .slice(column * strides[1])
          .filter((_, index) => index % dilations[1] === 0)
          .slice(0, window[1]),
      );
      for (let channel = 0; channel < channels; channel++)
        lists.push(cells.filter((cell) => cell !== undefined).map((cell) => cell * channels + channel));
    }
  }
  return lists;
}

// At most 16 terms of size up to 1 in either order, or 81 windows over one cell.
const tolerance = 1e-13;

function expectClose(received: ArrayLike<number>, expected: readonly number[], seed: number): void {
  expect(received.length, `seed ${seed}`).toBe(expected.length);
  expected.forEach((value, index) => {
    if (Number.isNaN(value)) expect(received[index], `seed ${seed}`).toBeNaN();
    else expect(Math.abs(received[index]! - value), `seed ${seed}, ${index}`).toBeLessThan(tolerance);
  });
}

describe('plain average and L2 pooling', () => {
  it('equal a loop over lists of windows, forward and backward, in 1,000 random settings', () => {
    for (let seed = 20_000; seed < 21_000; seed++) {
      const { image, plan, dy, countsPadding } = caseOf(seed);
      const x = image.values;
      const lists = windowLists(image, plan);
      const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
      const divisorOf = (places: readonly number[]): number =>
        countsPadding ? plan.window[0] * plan.window[1] : places.length;
      const averages = lists.map((places) => sum(places.map((place) => x[place]!)) / divisorOf(places));
      const norms = lists.map((places) => Math.hypot(...places.map((place) => x[place]!)));
      expectClose(pool('average', image, plan, { countsPadding }).values, averages, seed);
      expectClose(pool('l2', image, plan).values, norms, seed);
      // Asked from the other end: every cell collects from the windows that hold it.
      const collect = (share: (place: number, out: number) => number): number[] =>
        Array.from(x, (_, place) =>
          sum(lists.map((places, out) => (places.includes(place) ? dy[out]! * share(place, out) : 0))),
        );
      expectClose(
        poolGradient('average', image, plan, dy, { countsPadding }).values,
        collect((_, out) => 1 / divisorOf(lists[out]!)),
        seed,
      );
      expectClose(
        poolGradient('l2', image, plan, dy).values,
        collect((place, out) => (norms[out] === 0 ? 0 : x[place]! / norms[out]!)),
        seed,
      );
    }
  });

  it('equal the average of the op and its gradient in 300 random settings', async () => {
    let compared = 0;
    for (let seed = 40_000; compared < 300; seed++) {
      const { image, window, strides, dilations, padding, plan, dy } = caseOf(seed);
      // The op has no dilations, and a window wholly in the padding has no mean.
      if (Math.max(...dilations) > 1) continue;
      if (windowLists(image, plan).some((places) => places.length === 0)) continue;
      compared++;
      const x = runtime.tensor(image.values, [1, ...image.shape], { requiresGrad: true });
      const y = averagePool2d(x, { windowSize: window, strides, padding });
      expectClose(pool('average', image, plan).values, Array.from(y.readSync()), seed);
      const dyTensor = runtime.tensor(dy, y.shape);
      const [dx] = gradients(y, [x], { dy: dyTensor });
      expectClose(poolGradient('average', image, plan, dy).values, Array.from(await dx!.read()), seed);
      for (const tensor of [x, y, dyTensor, dx!]) tensor.dispose();
    }
  });

  it.each(['average', 'l2'] as const)('of kind %s have the slope that a small step measures', (kind) => {
    for (let seed = 30_000; seed < 30_100; seed++) {
      const { image, plan, dy, countsPadding } = caseOf(seed);
      const slopes = poolGradient(kind, image, plan, dy, { countsPadding }).values;
      const moved = (by: number, place: number): number => {
        const values = Float64Array.from(image.values);
        values[place]! += by;
        const y = pool(kind, { values, shape: image.shape }, plan, { countsPadding }).values;
        // A window wholly in the padding has no mean, and no cell that could move it.
        return y.reduce((total, value, out) => total + (Number.isNaN(value) ? 0 : value * dy[out]!), 0);
      };
      slopes.forEach((slope, place) => {
        // √ has no slope at a window of zeros.
        if (kind === 'l2' && Number.isInteger(image.values[place]!)) return;
        const measured = (moved(1e-6, place) - moved(-1e-6, place)) / 2e-6;
        expect(Math.abs(measured - slope), `seed ${seed}`).toBeLessThan(1e-5 + 1e-3 * Math.abs(slope));
      });
    }
  });
});

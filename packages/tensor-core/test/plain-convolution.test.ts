// The plain convolution of geometry, which pictures explain, and the reference kernels, which networks run, are one.
import { convolve } from '@convlens/geometry';
import type { PlainFilter, PlainImage } from '@convlens/geometry';
import { fillUniform, randomKey, uniformAt } from '@convlens/random';
import { describe, expect, it } from 'vitest';
import { conv2d, gradients, Runtime } from '../src/index.js';
import { reference } from '../src/reference/index.js';

const runtime = new Runtime(reference());

interface Case {
  readonly image: PlainImage & { readonly values: Float64Array };
  readonly filter: PlainFilter & { readonly values: Float64Array };
  readonly strides: readonly [number, number];
  readonly dilations: readonly [number, number];
  readonly pads: {
    readonly top: number;
    readonly bottom: number;
    readonly left: number;
    readonly right: number;
  };
  readonly groups: number;
}

/** Sizes 1 to 9, rectangular windows of 1 to 4, strides and dilations of 1 to 3, four different pads, 1 to 3 groups. */
function caseOf(seed: number): Case {
  let draws = 0;
  const pick = (least: number, most: number): number =>
    least + Math.floor(uniformAt(randomKey(seed, 'settings'), draws++) * (most - least + 1));
  const groups = pick(1, 3);
  const perGroup = pick(1, 2);
  const filters = groups * pick(1, 2);
  const window = [pick(1, 4), pick(1, 4)] as const;
  const dilations = [pick(1, 3), pick(1, 3)] as const;
  const pads = { top: pick(0, 3), bottom: pick(0, 3), left: pick(0, 3), right: pick(0, 3) };
  const fits = (cells: number, axis: 0 | 1, pad: number): number =>
    Math.max(cells, (window[axis] - 1) * dilations[axis] + 1 - pad, 1);
  const height = fits(pick(1, 9), 0, pads.top + pads.bottom);
  const width = fits(pick(1, 9), 1, pads.left + pads.right);
  const numbers = (name: string, shape: readonly number[]): Float64Array =>
    fillUniform(new Float64Array(shape.reduce((a, b) => a * b, 1)), randomKey(seed, name), -1, 1);
  const imageShape = [height, width, groups * perGroup] as const;
  const filterShape = [...window, perGroup, filters] as const;
  return {
    image: { values: numbers('image', imageShape), shape: imageShape },
    filter: { values: numbers('filter', filterShape), shape: filterShape },
    strides: [pick(1, 3), pick(1, 3)],
    dilations,
    pads,
    groups,
  };
}

function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  expect(a.length).toBe(b.length);
  return Array.from(a).reduce((largest, value, index) => Math.max(largest, Math.abs(value - b[index]!)), 0);
}

// Both add the same terms in float64, in another order: at most 32 of them, of size up to 1.
const tolerance = 1e-13;

describe('the plain convolution', () => {
  it.each([0, 1, 2, 3, 4, 5])(
    'equals the reference kernel in 1,000 random settings, thousand %i',
    (thousand) => {
      for (let seed = thousand * 1000; seed < (thousand + 1) * 1000; seed++) {
        const { image, filter, strides, dilations, pads, groups } = caseOf(seed);
        const x = runtime.tensor(image.values, [1, ...image.shape]);
        const w = runtime.tensor(filter.values, filter.shape);
        const y = conv2d(x, w, { strides, dilations, padding: pads, groups });
        const plain = convolve(image, filter, { strides, dilations, padding: pads });
        expect([1, ...plain.shape], `seed ${seed}`).toEqual([...y.shape]);
        expect(largestDifference(plain.values, y.readSync()), `seed ${seed}`).toBeLessThan(tolerance);
        for (const tensor of [x, w, y]) tensor.dispose();
      }
    },
  );

  it('transposed equals the gradient of the reference kernel with respect to its input, in 500 random settings', async () => {
    for (let seed = 10_000; seed < 10_500; seed++) {
      const { image, filter, strides, dilations } = caseOf(seed);
      const [kernelHeight, kernelWidth, perGroup, filters] = filter.shape;
      const reach = [(kernelHeight - 1) * dilations[0], (kernelWidth - 1) * dilations[1]] as const;
      // Half of the window at most: more would cut the whole of a small image off its transposed convolution.
      const padding = [Math.floor(reach[0] / 2), Math.floor(reach[1] / 2)] as const;
      const [height, width] = [image.shape[0] + reach[0], image.shape[1] + reach[1]];
      const weights = filter.values.subarray(0, filter.values.length / perGroup);
      const x = runtime.tensor(new Float64Array(height * width), [1, height, width, 1], {
        requiresGrad: true,
      });
      // One channel in, so that the adjoint's filter is the same numbers read as [height, width, filters, 1].
      const w = runtime.tensor(weights, [kernelHeight, kernelWidth, 1, filters]);
      const y = conv2d(x, w, { strides, dilations, padding });
      const [, rows, columns] = y.shape as readonly [number, number, number, number];
      const dy = fillUniform(new Float64Array(rows * columns * filters), randomKey(seed, 'dy'), -1, 1);
      const truth = await gradients(y, [x], { dy: runtime.tensor(dy, y.shape) })[0]!.read();
      // Cells that the stride left over at the end: a size that the output alone does not tell.
      const outputPadding = [reach[0], reach[1]].map(
        (cells, axis) => ([height, width][axis]! + 2 * padding[axis]! - cells - 1) % strides[axis]!,
      ) as [number, number];
      const plain = convolve(
        { values: dy, shape: [rows, columns, filters] },
        { values: weights, shape: [kernelHeight, kernelWidth, filters, 1] },
        { strides, dilations, padding, outputPadding, isTransposed: true },
      );
      expect(plain.shape).toEqual([height, width, 1]);
      expect(largestDifference(plain.values, truth), `seed ${seed}`).toBeLessThan(tolerance);
    }
  });
});

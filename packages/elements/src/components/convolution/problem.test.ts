import { describe, expect, it } from 'vitest';
import type { PlainImage } from '@convlens/geometry';
import { presets, isKernel, resized, withWeight } from './presets.js';
import type { KernelMatrix } from './presets.js';
import { seeded } from '../../../test/seeded.js';
import { filterOf, solve, strongest, termsAt } from './problem.js';
import type { Illegal, LabSettings, Problem, Solved } from './problem.js';
import { imageOf, labImageOf, planeOf } from './source.js';

const plain: LabSettings = {
  stride: 1,
  padding: 0,
  dilation: 1,
  paddingMode: 'zeros',
  isTransposed: false,
  isFlipped: false,
};
const step: PlainImage = { values: [0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 1, 1], shape: [4, 4, 1] };
const problem = (change: Partial<Problem> = {}): Problem => ({
  image: step,
  kernels: [presets.sobelX],
  groups: 1,
  settings: plain,
  bias: 0,
  ...change,
});
const solved = (change: Partial<Problem> = {}): Solved => {
  const answer = solve(problem(change));
  if ('error' in answer) throw answer.error;
  return answer;
};
const broken = (change: Partial<Problem>): Illegal => {
  const answer = solve(problem(change));
  if ('outputs' in answer) throw new Error('This was to be refused.');
  return answer;
};
const first = ({ outputs }: Solved): readonly number[] => Array.from(outputs[0]!.values);

describe('solve', () => {
  it('finds a vertical edge with Sobel x and none with Sobel y', () => {
    // A step from 0 to 1: (1 + 2 + 1) × 1 on both places of the window that touch it.
    expect(first(solved())).toEqual([4, 4, 4, 4]);
    expect(first(solved({ kernels: [presets.sobelY] }))).toEqual([0, 0, 0, 0]);
  });
  it('adds the bias, and turns the sign where the kernel is flipped', () => {
    expect(first(solved({ settings: { ...plain, isFlipped: true }, bias: 0.5 }))).toEqual([
      -3.5, -3.5, -3.5, -3.5,
    ]);
  });
  it('names the rule that is broken, and the nearest number that mends it', () => {
    const blur = { kernels: [presets.blur] };
    const small = broken({ ...blur, image: { values: [1, 2, 3, 4], shape: [2, 2, 1] } });
    expect(small.error.code).toBe('WINDOW_TOO_LARGE');
    expect(small.nearest).toEqual({ name: 'padding', value: 1 });
    // A mirror of 4 cells shows at most 3.
    const mirror = broken({ ...blur, settings: { ...plain, padding: 5, paddingMode: 'reflect' } });
    expect(mirror.nearest).toEqual({ name: 'padding', value: 3 });
    // A window of 5 does not fit. One cell of padding and a dilation of 1 are both one away; padding keeps the kernel as it is.
    const dilated = broken({ ...blur, settings: { ...plain, dilation: 2 } });
    expect(dilated.nearest).toEqual({ name: 'padding', value: 1 });
  });
  it('refuses more numbers than a page should hold, and finds the stride that makes fewer', () => {
    const image: PlainImage = { values: new Float64Array(256 * 256 * 2), shape: [256, 256, 2] };
    const settings = { ...plain, isTransposed: true, stride: 7 };
    const { error, nearest } = broken({ image, kernels: [[[1]], [[1]]], settings });
    // (255 · 7 + 1)² · 2 numbers; at stride 6 they are 2 · 1531² = 4,687,922.
    expect(error).toMatchObject({ code: 'TOO_MANY_CELLS' });
    expect(error.message).toContain('received 6379592');
    expect(nearest).toEqual({ name: 'stride', value: 6 });
  });
  it('shows as terms what it has added', () => {
    const terms = termsAt(problem(), [1, 1], 0);
    expect(terms).toHaveLength(9);
    expect(terms.reduce((sum, { product }) => sum + product, 0)).toBe(first(solved())[3]);
  });
  it('begins at the largest answer', () => {
    expect(strongest({ values: [1, -5, 3, 2], size: [2, 2] })).toEqual([0, 1]);
  });
});

/** By the definition, in loops over places and channels; the padded cells are zero. */
function byHand({ image, kernels, groups, settings, bias }: Problem): number[][] {
  const [height, width, channels] = image.shape;
  const { stride, padding, dilation } = settings;
  const size = kernels[0]!.length;
  const out = (side: number): number =>
    Math.floor((side + 2 * padding - dilation * (size - 1) - 1) / stride) + 1;
  const perGroup = channels / groups;
  return Array.from({ length: groups }, (_, group) => {
    const map: number[] = [];
    for (let row = 0; row < out(height); row++)
      for (let column = 0; column < out(width); column++) {
        let sum = bias;
        for (let channel = group * perGroup; channel < (group + 1) * perGroup; channel++)
          for (let y = 0; y < size; y++)
            for (let x = 0; x < size; x++) {
              const [inY, inX] = [
                row * stride + y * dilation - padding,
                column * stride + x * dilation - padding,
              ];
              const isInside = inY >= 0 && inY < height && inX >= 0 && inX < width;
              if (isInside)
                sum += image.values[(inY * width + inX) * channels + channel]! * kernels[channel]![y]![x]!;
            }
        map.push(sum);
      }
    return map;
  });
}

describe('several channels', () => {
  const random = seeded(7);
  const matrix = (): KernelMatrix =>
    Array.from({ length: 3 }, () => [random() - 0.5, random() - 0.5, random() - 0.5]);
  const image: PlainImage = { values: Array.from({ length: 7 * 6 * 4 }, random), shape: [7, 6, 4] };
  const kernels = [matrix(), matrix(), matrix(), matrix()];
  const ways = [plain, { ...plain, stride: 2, padding: 1 }, { ...plain, dilation: 2, padding: 2 }];

  it.each([1, 2, 4])('in %i groups make as many outputs, as the definition has them', (groups) => {
    for (const settings of ways) {
      const given = problem({ image, kernels, groups, settings, bias: 0.25 });
      const truth = byHand(given);
      const { outputs } = solved(given);
      expect(outputs).toHaveLength(groups);
      outputs.forEach(({ values }, map) =>
        Array.from(values).forEach((value, cell) => expect(value).toBeCloseTo(truth[map]![cell]!, 12)),
      );
    }
  });
  it.each([1, 2])(
    'in %i groups: partial sums and the bias are the output, and terms are the partial sums',
    (groups) => {
      const given = problem({ image, kernels, groups, bias: -0.5, settings: ways[1]! });
      const { outputs, partials } = solved(given);
      expect(partials).toHaveLength(4);
      const perGroup = 4 / groups;
      outputs.forEach(({ values, size }, map) =>
        Array.from(values).forEach((value, cell) => {
          const parts = partials
            .slice(map * perGroup, (map + 1) * perGroup)
            .map((part) => part.values[cell]!);
          expect(parts.reduce((sum, part) => sum + part, -0.5)).toBeCloseTo(value, 12);
          const terms = termsAt(given, [Math.floor(cell / size[1]), cell % size[1]], map);
          parts.forEach((part, index) => {
            const own = terms.filter(({ channel }) => channel === map * perGroup + index);
            expect(own.reduce((sum, { product }) => sum + product, 0)).toBeCloseTo(part, 12);
          });
        }),
      );
    },
  );
  it('alone in their groups have no partial sums: they are the outputs', () => {
    expect(solved({ image, kernels, groups: 4 }).partials).toEqual([]);
  });
  it('lie in a filter as geometry has them, `[height, width, channels of a group, groups]`', () => {
    const one = [[[1]], [[2]], [[3]], [[4]]];
    expect(Array.from(filterOf(one, 1).values)).toEqual([1, 2, 3, 4]);
    // Group 0 has channels 0 and 1, group 1 has 2 and 3; the group is the innermost axis.
    expect(filterOf(one, 2)).toEqual({ values: Float64Array.of(1, 3, 2, 4), shape: [1, 1, 2, 2] });
  });
});

describe('the picture that is shown', () => {
  it('shows the cells that the window meets outside', () => {
    const row: PlainImage = { values: [1, 2, 3], shape: [1, 3, 1] };
    const settings = { ...plain, padding: 1, paddingMode: 'replicate' } as const;
    const { shown } = solved({ image: row, kernels: [[[1]]], settings });
    expect(Array.from(shown[0]!.values).slice(5, 10)).toEqual([1, 1, 2, 3, 3]);
  });
});

describe('kernels', () => {
  it('sum to one where they keep the brightness, and to zero where they find edges', () => {
    const sum = (kernel: readonly (readonly number[])[]): number => kernel.flat().reduce((a, b) => a + b, 0);
    for (const name of ['identity', 'blur', 'sharpen'] as const)
      expect(sum(presets[name])).toBeCloseTo(1, 12);
    for (const name of ['sobelX', 'sobelY', 'laplacian'] as const) expect(sum(presets[name])).toBe(0);
    // The middle of the bell, where the wave is at its height.
    expect(presets.gabor[2]![2]).toBe(1);
  });
  it('keep their middle when they are resized', () => {
    expect(resized([[5]], 3, 3)[1]).toEqual([0, 5, 0]);
    expect(resized(presets.sobelX, 1, 1)).toEqual([[0]]);
    expect(withWeight([[1, 2]], [0, 1], 7)).toEqual([[1, 7]]);
  });
  it('are refused where they are none', () => {
    expect([[[1]], presets.gabor].every(isKernel)).toBe(true);
    expect([[], [[]], [[1], [1, 2]], [[NaN]], Array(12).fill([1])].some(isKernel)).toBe(false);
  });
});

describe('imageOf', () => {
  const rgb = { shape: [1, 1, 2, 3], data: Uint8Array.of(255, 0, 51, 0, 0, 102) } as const;
  it('takes bytes as shares of 255, and planes channel by channel', () => {
    const image = imageOf(rgb)!;
    expect(Array.from(image.values)).toEqual([1, 0, 0.2, 0, 0, 0.4]);
    expect(Array.from(planeOf(image, 2).values)).toEqual([0.2, 0.4]);
    expect(labImageOf(image)).toMatchObject({ channels: 3, first: 0, isColour: true });
    expect(labImageOf(image, 1)).toMatchObject({ first: 1, image: { shape: [1, 2, 1] } });
  });
  it('refuses what is no image, and what is larger than 256', () => {
    expect(imageOf({ shape: [1, 2, 2, 1], data: new Float32Array(3) })).toBeUndefined();
    expect(imageOf({ shape: [1, 257, 1, 1], data: new Float32Array(257) })).toBeUndefined();
  });
});

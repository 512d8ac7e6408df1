import { describe, expect, it } from 'vitest';
import { seedSummary } from '../../../test/seed-record.js';
import { presets, resized, withWeight } from './presets.js';
import { solve, strongest, termsAt } from './problem.js';
import type { Picture } from '../../parts/value-grid.js';
import type { LabSettings, Solved } from './problem.js';
import { isKernel, learnedChips, pictureOf } from './source.js';

const plain: LabSettings = {
  stride: 1,
  padding: 0,
  dilation: 1,
  paddingMode: 'zeros',
  isTransposed: false,
  isFlipped: false,
};
const step: Picture = { values: [0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 1, 1], size: [4, 4] };
const solved = (picture: Picture, kernel = presets.sobelX, settings = plain, bias = 0): Solved => {
  const answer = solve(picture, kernel, settings, bias);
  if (!('output' in answer)) throw answer.error;
  return answer;
};

describe('solve', () => {
  it('finds a vertical edge with Sobel x and none with Sobel y', () => {
    // A step from 0 to 1: (1 + 2 + 1) × 1 on both places of the window that touch it.
    expect([...solved(step).output.values]).toEqual([4, 4, 4, 4]);
    expect([...solved(step, presets.sobelY).output.values]).toEqual([0, 0, 0, 0]);
  });
  it('adds the bias, and turns the sign where the kernel is flipped', () => {
    const answer = solved(step, presets.sobelX, { ...plain, isFlipped: true }, 0.5);
    expect([...answer.output.values]).toEqual([-3.5, -3.5, -3.5, -3.5]);
  });
  it('names the rule that is broken, and the nearest number that mends it', () => {
    const answer = solve({ values: [1, 2, 3, 4], size: [2, 2] }, presets.blur, plain, 0);
    if ('output' in answer) throw new Error('2 × 2 holds no window of 3.');
    expect(answer.error.code).toBe('WINDOW_TOO_LARGE');
    expect(answer.nearest).toEqual({ name: 'padding', value: 1 });
    const mirror = solve(step, presets.blur, { ...plain, padding: 5, paddingMode: 'reflect' }, 0);
    if ('output' in mirror) throw new Error('A mirror of 4 cells shows at most 3.');
    expect(mirror.nearest).toEqual({ name: 'padding', value: 3 });
    const dilated = solve(step, presets.blur, { ...plain, dilation: 2 }, 0);
    if ('output' in dilated) throw new Error('A window of 5 does not fit.');
    // One cell of padding and a dilation of 1 are both one away; padding keeps the kernel as it is.
    expect(dilated.nearest).toEqual({ name: 'padding', value: 1 });
  });
  it('shows as terms what it has added', () => {
    const { output } = solved(step);
    const terms = termsAt(step, presets.sobelX, plain, [1, 1]);
    expect(terms).toHaveLength(9);
    expect(terms.reduce((sum, { product }) => sum + product, 0)).toBe(output.values[3]);
  });
  it('begins at the largest answer', () => {
    expect(strongest({ values: [1, -5, 3, 2], size: [2, 2] })).toEqual([0, 1]);
  });
});

describe('the picture that is shown', () => {
  it('shows the cells that the window meets outside', () => {
    const row: Picture = { values: [1, 2, 3], size: [1, 3] };
    const settings = { ...plain, padding: 1, paddingMode: 'replicate' } as const;
    const { shown } = solved(row, [[1]], settings);
    expect(Array.from(shown.values).slice(5, 10)).toEqual([1, 1, 2, 3, 3]);
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
  it('of a network are taken filter by filter', () => {
    const data = Float32Array.of(1, 10, 2, 20);
    const tap = { path: 'conv1/filter', step: 0, inputId: 0, shape: [1, 2, 1, 2], data };
    const layer = seedSummary.layers[0]!;
    const bias = { ...tap, path: 'conv1/bias', shape: [2], data: Float32Array.of(0.5, -1) };
    expect(learnedChips(layer, tap, bias)).toEqual([
      { name: 'conv1, 0', kernel: [[1, 2]], bias: 0.5, padding: 0 },
      { name: 'conv1, 1', kernel: [[10, 20]], bias: -1, padding: 0 },
    ]);
  });
});

describe('pictureOf', () => {
  it('takes one channel, bytes as shares of 255', () => {
    const rgb = { shape: [1, 1, 2, 3], data: Uint8Array.of(255, 0, 51, 0, 0, 102) } as const;
    expect(Array.from(pictureOf(rgb, 2)!.values)).toEqual([0.2, 0.4]);
  });
  it('refuses what is no image, and what is larger than 256', () => {
    expect(pictureOf({ shape: [1, 2, 2, 1], data: new Float32Array(3) }, 0)).toBeUndefined();
    expect(pictureOf({ shape: [1, 257, 1, 1], data: new Float32Array(257) }, 0)).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { pool, poolGradient, poolTerms, windowPlan } from './index.js';
import type { Padding, PlainImage, PoolKind, WindowPlan } from './index.js';

const square = (values: readonly number[], channels = 1): PlainImage => {
  const side = Math.sqrt(values.length / channels);
  return { values, shape: [side, side, channels] };
};
const planOf = (
  image: PlainImage,
  window: number,
  strides = window,
  padding: Padding = 'valid',
): WindowPlan => windowPlan('pool', { input: [image.shape[0], image.shape[1]], window, strides, padding });
const kinds: readonly PoolKind[] = ['max', 'average', 'l2'];

// Four windows of 2 × 2 that do not overlap.
const image = square([3, 0, 1, 1, 4, 0, 1, 1, 0, 0, 2, -2, 0, 0, 4, 1]);
const plan = planOf(image, 2);

describe('pool', () => {
  it('keeps the largest number, the mean, or the root of the sum of squares', () => {
    expect([...pool('max', image, plan).values]).toEqual([4, 1, 0, 4]);
    // 7 / 4, 4 / 4, 0, (2 − 2 + 4 + 1) / 4
    expect([...pool('average', image, plan).values]).toEqual([1.75, 1, 0, 1.25]);
    // √(9 + 16), √4, 0, √(4 + 4 + 16 + 1): the sum of squares, not their mean.
    expect([...pool('l2', image, plan).values]).toEqual([5, 2, 0, 5]);
  });

  it('says which cell won: the first of equals in row order', () => {
    // The window of ones lies at columns 2 and 3: its first cell is number 2; that of zeros begins with number 8.
    expect([...pool('max', image, plan).winners!]).toEqual([4, 2, 8, 14]);
    expect(pool('average', image, plan).winners).toBeUndefined();
  });

  it('lets padding never win and adds nothing for it', () => {
    const negative = square([-1, -2, -3, -4]);
    const padded = planOf(negative, 2, 2, 1);
    expect([...pool('max', negative, padded).values]).toEqual([-1, -2, -3, -4]);
    expect([...pool('l2', negative, padded).values]).toEqual([1, 2, 3, 4]);
  });

  it('divides an average by the cells on the image, or by the whole window where padding counts', () => {
    const ones = square([1, 1, 1, 1]);
    const padded = planOf(ones, 2, 1, 'same');
    expect([...pool('average', ones, padded).values]).toEqual([1, 1, 1, 1]);
    // PyTorch's count_include_pad: the last column and the last row have half of their cells outside, the corner three quarters.
    expect([...pool('average', ones, padded, { countsPadding: true }).values]).toEqual([1, 0.5, 0.5, 0.25]);
  });

  it('gives −Infinity, NaN and 0 for a window that lies wholly in the padding', () => {
    const dot = square([7]);
    const far = planOf(dot, 1, 1, { top: 1, bottom: 0, left: 0, right: 0 });
    expect(kinds.map((kind) => [...pool(kind, dot, far).values])).toEqual([
      [-Infinity, 7],
      [NaN, 7],
      [0, 7],
    ]);
    expect([...pool('max', dot, far).winners!]).toEqual([-1, 0]);
    expect([...pool('average', dot, far, { countsPadding: true }).values]).toEqual([0, 7]);
  });

  it('passes NaN on, from the first that there is', () => {
    const broken = square([9, NaN, NaN, 1]);
    expect(kinds.map((kind) => pool(kind, broken, planOf(broken, 2)).values[0])).toEqual([NaN, NaN, NaN]);
    expect([...pool('max', broken, planOf(broken, 2)).winners!]).toEqual([1]);
  });

  it('keeps channels apart', () => {
    const two: PlainImage = { values: [1, 10, 2, 20, 3, 30, 4, 0], shape: [2, 2, 2] };
    expect([...pool('max', two, planOf(two, 2)).values]).toEqual([4, 30]);
    expect([...pool('average', two, planOf(two, 2)).values]).toEqual([2.5, 15]);
  });

  it('follows strides and dilations of the plan', () => {
    const counting = square(Array.from({ length: 9 }, (_, index) => index));
    expect([...pool('max', counting, planOf(counting, 2, 1)).values]).toEqual([4, 5, 7, 8]);
    const corners = windowPlan('pool', { input: [3, 3], window: 2, dilations: 2 });
    // (0 + 2 + 6 + 8) / 4
    expect([...pool('average', counting, corners).values]).toEqual([4]);
  });
});

describe('the gradient of pooling', () => {
  const dy = [1, 10, 100, 1000];
  it('goes to the winner alone, to all alike, or to each by its share of the root', () => {
    expect([...poolGradient('max', image, plan, dy).values]).toEqual([
      0, 0, 10, 0, 1, 0, 0, 0, 100, 0, 0, 0, 0, 0, 1000, 0,
    ]);
    expect([...poolGradient('average', image, plan, dy).values]).toEqual([
      0.25, 0.25, 2.5, 2.5, 0.25, 0.25, 2.5, 2.5, 25, 25, 250, 250, 25, 25, 250, 250,
    ]);
    // x / y: 3/5, 4/5, 1/2 of 10, …; nothing where y is 0.
    expect([...poolGradient('l2', image, plan, dy).values]).toEqual([
      0.6, 0, 5, 5, 0.8, 0, 5, 5, 0, 0, 400, -400, 0, 0, 800, 200,
    ]);
  });

  it('adds up where windows overlap', () => {
    // 9 in the middle wins all four windows.
    const peak = square([0, 0, 0, 0, 9, 0, 0, 0, 0]);
    expect(poolGradient('max', peak, planOf(peak, 2, 1), [1, 2, 3, 4]).values[4]).toBe(10);
    expect([...poolGradient('average', peak, planOf(peak, 2, 1), [4, 4, 4, 4]).values]).toEqual([
      1, 2, 1, 2, 4, 2, 1, 2, 1,
    ]);
  });

  it('is lost where padding counts in the divisor', () => {
    const dot = square([7]);
    const padded = planOf(dot, 2, 2, { top: 1, bottom: 0, left: 1, right: 0 });
    expect([...poolGradient('average', dot, padded, [1]).values]).toEqual([1]);
    expect([...poolGradient('average', dot, padded, [1], { countsPadding: true }).values]).toEqual([0.25]);
  });
});

describe('the terms of a pooled cell', () => {
  it('are its window row by row, padding among them, and their shares are its gradient', () => {
    const padded = planOf(image, 3, 3, 1);
    const terms = poolTerms('l2', image, padded, [0, 0, 0]);
    expect(terms.map(({ value }) => value)).toEqual([0, 0, 0, 0, 3, 0, 0, 4, 0]);
    expect(terms.map(({ input }) => input)).toEqual([
      ...Array<undefined>(4),
      [0, 0],
      [0, 1],
      undefined,
      [1, 0],
      [1, 1],
    ]);
    expect(terms.map(({ share }) => share)).toEqual([0, 0, 0, 0, 0.6, 0, 0, 0.8, 0]);
    expect(poolTerms('max', image, padded, [0, 0, 0]).findIndex(({ share }) => share === 1)).toBe(7);
    expect(poolTerms('average', image, padded, [0, 0, 0])[4]!.share).toBe(1 / 4);
    expect(poolTerms('average', image, padded, [0, 0, 0], { countsPadding: true })[4]!.share).toBe(1 / 9);
  });

  it.each(kinds)('of every cell and channel make the gradient of %s', (kind) => {
    const two: PlainImage = { values: Array.from({ length: 32 }, (_, i) => (i * 7) % 11), shape: [4, 4, 2] };
    const overlapping = planOf(two, 3, 1, 'same');
    const summed = new Float64Array(32);
    for (let row = 0; row < 4; row++)
      for (let column = 0; column < 4; column++)
        for (const channel of [0, 1])
          for (const { input, share } of poolTerms(kind, two, overlapping, [row, column, channel]))
            if (input) summed[(input[0] * 4 + input[1]) * 2 + channel]! += share;
    const { values } = poolGradient(kind, two, overlapping, Array<number>(32).fill(1));
    summed.forEach((sum, place) => expect(sum).toBeCloseTo(values[place]!, 12));
  });
});

describe('what cannot be pooled is refused with the numbers', () => {
  it.each<[string, () => unknown]>([
    [
      // A caller without types may name any kind.
      "pool: expected kind 'max', 'average', 'l2', received \"median\". Name one of them.",
      () => pool('median' as PoolKind, image, plan),
    ],
    [
      'pool: expected 16 values of the image for [4, 4, 1], received 3. Check its shape.',
      () => pool('max', { values: [1, 2, 3], shape: [4, 4, 1] }, plan),
    ],
    [
      "poolGradient: expected an image of the plan's [4, 4], received [2, 2]. Make the plan with input: [2, 2].",
      () => poolGradient('max', square([1, 2, 3, 4]), plan, [1, 1, 1, 1]),
    ],
    [
      'poolGradient: expected 4 values of the dy for [2, 2, 1], received 1. Check its shape.',
      () => poolGradient('max', image, plan, [1]),
    ],
  ])('%s', (message, run) => {
    expect(run).toThrow(message);
  });
});

import { describe, expect, it } from 'vitest';
import { convolutionPlan, convolutionTerms, convolve } from './index.js';
import type { ConvolveSettings, PlainFilter, PlainImage, PaddingMode } from './index.js';

const square = (values: readonly number[], channels = 1): PlainImage => {
  const side = Math.sqrt(values.length / channels);
  return { values, shape: [side, side, channels] };
};
const kernel = (values: readonly number[]): PlainFilter => {
  const side = Math.sqrt(values.length);
  return { values, shape: [side, side, 1, 1] };
};
const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index);
const result = (image: PlainImage, filter: PlainFilter, settings?: ConvolveSettings): number[] => [
  ...convolve(image, filter, settings).values,
];

describe('convolve', () => {
  it('multiplies and adds without turning the kernel, and with the kernel turned when asked', () => {
    // By hand: 0·1 + 1·2 + 3·3 + 4·4 = 27 for the first cell of 0…8 under [[1, 2], [3, 4]].
    expect(result(square(range(9)), kernel([1, 2, 3, 4]))).toEqual([27, 37, 57, 67]);
    // Turned it is [[4, 3], [2, 1]]: 0·4 + 1·3 + 3·2 + 4·1 = 13.
    expect(result(square(range(9)), kernel([1, 2, 3, 4]), { isFlipped: true })).toEqual([13, 23, 43, 53]);
  });

  // PyTorch's documentation of ReflectionPad2d, ReplicationPad2d and CircularPad2d pads 0…8 by 2 on every side.
  it.each<[PaddingMode, number[][]]>([
    [
      'reflect',
      [
        [8, 7, 6, 7, 8, 7, 6],
        [5, 4, 3, 4, 5, 4, 3],
        [2, 1, 0, 1, 2, 1, 0],
        [5, 4, 3, 4, 5, 4, 3],
        [8, 7, 6, 7, 8, 7, 6],
        [5, 4, 3, 4, 5, 4, 3],
        [2, 1, 0, 1, 2, 1, 0],
      ],
    ],
    [
      'replicate',
      [
        [0, 0, 0, 1, 2, 2, 2],
        [0, 0, 0, 1, 2, 2, 2],
        [0, 0, 0, 1, 2, 2, 2],
        [3, 3, 3, 4, 5, 5, 5],
        [6, 6, 6, 7, 8, 8, 8],
        [6, 6, 6, 7, 8, 8, 8],
        [6, 6, 6, 7, 8, 8, 8],
      ],
    ],
    [
      'circular',
      [
        [4, 5, 3, 4, 5, 3, 4],
        [7, 8, 6, 7, 8, 6, 7],
        [1, 2, 0, 1, 2, 0, 1],
        [4, 5, 3, 4, 5, 3, 4],
        [7, 8, 6, 7, 8, 6, 7],
        [1, 2, 0, 1, 2, 0, 1],
        [4, 5, 3, 4, 5, 3, 4],
      ],
    ],
    [
      'zeros',
      [
        [0, 0, 0, 0, 0, 0, 0],
        [0, 0, 0, 0, 0, 0, 0],
        [0, 0, 0, 1, 2, 0, 0],
        [0, 0, 3, 4, 5, 0, 0],
        [0, 0, 6, 7, 8, 0, 0],
        [0, 0, 0, 0, 0, 0, 0],
        [0, 0, 0, 0, 0, 0, 0],
      ],
    ],
  ])('pads with %s as PyTorch documents it', (paddingMode, padded) => {
    expect(result(square(range(9)), kernel([1]), { padding: 2, paddingMode })).toEqual(padded.flat());
  });

  it('keeps groups apart: depthwise filters see one channel each', () => {
    // Channels 1, 2, 3 and 10, 20, 30 … of a 1 × 3 image; filters [1, 1] and [1, -1] along the row.
    const image: PlainImage = { values: [1, 10, 2, 20, 3, 30], shape: [1, 3, 2] };
    const filter: PlainFilter = { values: [1, 1, 1, -1], shape: [1, 2, 1, 2] };
    expect(result(image, filter, { bias: [0.5, 0] })).toEqual([3.5, -10, 5.5, -10]);
  });

  it('spreads an image by the transposed convolution', () => {
    // Every cell of [[1, 2], [3, 4]] times [[1, 1], [1, 1]], two cells apart: four blocks that do not meet.
    const blocks = [1, 1, 2, 2, 1, 1, 2, 2, 3, 3, 4, 4, 3, 3, 4, 4];
    expect(result(square([1, 2, 3, 4]), kernel([1, 1, 1, 1]), { strides: 2, isTransposed: true })).toEqual(
      blocks,
    );
    // One apart they overlap: the middle cell is the sum of all.
    expect(result(square([1, 2, 3, 4]), kernel([1, 1, 1, 1]), { isTransposed: true })).toEqual([
      1, 3, 2, 4, 10, 6, 3, 7, 4,
    ]);
  });

  it('shows the terms of a cell, padded zeros among them, and they add up to it', () => {
    const image = square(range(9));
    const filter = kernel([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    const settings = { padding: 1, bias: [0.25] };
    const terms = convolutionTerms(image, filter, settings, [0, 0, 0]);
    expect(terms.map(({ input }) => input !== undefined)).toEqual([
      false,
      false,
      false,
      false,
      true,
      true,
      false,
      true,
      true,
    ]);
    // 0·5 + 1·6 + 3·8 + 4·9
    expect(terms.reduce((sum, { product }) => sum + product, 0)).toBe(66);
    expect(convolve(image, filter, settings).values[0]).toBe(66.25);
  });
});

describe('what no convolution can have is refused with the numbers', () => {
  it.each<[string, () => unknown]>([
    [
      'convolve: expected at most 2 cells of reflect padding on each side of a height of 3, received 3. Pad with 2, or with zeros.',
      () => convolutionPlan([3, 3], [1, 1], { padding: 3, paddingMode: 'reflect' }),
    ],
    [
      'convolve: expected height + padding to hold one window of 5 (size 3, dilation 2), received 4 + 0 = 4. Add at least 1 to the padding, or use a smaller window.',
      () => convolutionPlan([4, 4], [3, 3], { dilations: 2 }),
    ],
    [
      "convolveTransposed: expected zeros in a number of cells, since padding cuts cells off a transposed convolution, received 'same'. Name the padding as a number.",
      () => convolutionPlan([4, 4], [3, 3], { padding: 'same', isTransposed: true }),
    ],
    [
      'convolveTransposed: expected an output of at least 1 × 1, received -1 × -1: the padding cuts off all there is. Take 1 from the padding, or more.',
      () => convolutionPlan([1, 1], [3, 3], { padding: 2, isTransposed: true }),
    ],
    [
      'convolveTransposed: expected output padding of whole numbers from 0 to stride − 1 for strides [2, 2], received [2, 0].',
      () => convolutionPlan([2, 2], [3, 3], { strides: 2, outputPadding: [2, 0], isTransposed: true }),
    ],
    [
      'convolve: expected 9 values of the image for [3, 3, 1], received 8. Check its shape.',
      () => convolve({ values: range(8), shape: [3, 3, 1] }, kernel([1])),
    ],
  ])('%s', (message, run) => {
    expect(run).toThrow(message);
  });
  it('groups that do not divide', () => {
    const image: PlainImage = { values: range(3), shape: [1, 1, 3] };
    expect(() => convolve(image, { values: [1, 1], shape: [1, 1, 2, 1] })).toThrow(
      'received 3 image channels, 2 filter channels and 1 filters',
    );
  });
});

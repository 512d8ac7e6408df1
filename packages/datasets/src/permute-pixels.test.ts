import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { DatasetError, permutePixels } from './index.js';

/** `count` images of 28 x 28 whose pixels are numbered, each image `1000` above the one before. */
const numbered = (count: number) => ({
  shape: [count, 28, 28, 1] as const,
  data: Float32Array.from({ length: count * 784 }, (_, i) => (i % 784) + 1000 * Math.floor(i / 784)),
});

describe('permutePixels', () => {
  // Threefry, the path of names and the shuffle written once more in Python, held against Random123's known answers.
  it('gives the order that another implementation gives', () => {
    const { data } = permutePixels(numbered(1), 1);
    expect([...data.slice(0, 8)]).toEqual([365, 22, 628, 316, 573, 663, 144, 364]);
    expect(createHash('sha256').update(Uint32Array.from(data)).digest('hex')).toBe(
      '1ad836b73b6ca1b8f0844d04c20633507e1401a41ec078b0c1357784fbe1be7d',
    );
  });

  it('keeps every pixel, and moves nearly all of them far away', () => {
    const { data, shape } = permutePixels(numbered(1), 1);
    expect([...data].sort((a, b) => a - b)).toEqual([...Array(784).keys()]);
    expect(shape).toEqual([1, 28, 28, 1]);
    // A random order leaves one pixel in its place on average; six or more once in 1,700 orders.
    expect(data.filter((from, to) => from === to).length).toBeLessThan(6);
  });

  it('is the same for every image, alone or among others, and another for another seed', () => {
    const three = permutePixels(numbered(3), 7).data;
    const one = permutePixels(numbered(1), 7).data;
    for (const image of [0, 1, 2]) {
      expect(three.slice(784 * image, 784 * (image + 1))).toEqual(one.map((from) => from + 1000 * image));
    }
    expect(permutePixels(numbered(1), 8).data).not.toEqual(one);
  });

  it('keeps the channels of a pixel together', () => {
    const data = Uint8Array.of(1, 2, 3, 11, 12, 13, 21, 22, 23, 31, 32, 33);
    // The order for four pixels is 2, 1, 0, 3, by the Python implementation.
    expect(permutePixels({ shape: [1, 2, 2, 3], data }, 1).data).toEqual(
      Uint8Array.of(21, 22, 23, 11, 12, 13, 1, 2, 3, 31, 32, 33),
    );
  });

  it('leaves what it was given as it was, and keeps its type', () => {
    const data = Uint8Array.of(1, 2, 3, 4, 5, 6);
    const permuted = permutePixels({ shape: [1, 2, 3, 1], data }, 3);
    expect(permuted.data).toBeInstanceOf(Uint8Array);
    expect(data).toEqual(Uint8Array.of(1, 2, 3, 4, 5, 6));
    expect(permutePixels({ shape: [0, 28, 28, 1], data: new Float32Array() }, 1).data.length).toBe(0);
  });

  it('refuses what is no batch of images, and seeds that are none', () => {
    const flat = { shape: [1, 784] as never, data: new Uint8Array(784) };
    expect(() => permutePixels(flat, 1)).toThrow(DatasetError);
    expect(() => permutePixels(flat, 1)).toThrow(
      'permutePixels: expected images.shape to be [batch, height, width, channels], received an array of 2. Add the missing axes; grey images have 1 channel.',
    );
    expect(() => permutePixels({ shape: [1, 28, 28, 1], data: new Uint8Array(5) }, 1)).toThrow(
      'permutePixels: expected images.data to be 784 values long for shape [1, 28, 28, 1], received 5. Correct the shape or the data.',
    );
    for (const seed of [-1, 0.5, NaN]) expect(() => permutePixels(numbered(1), seed)).toThrow(RangeError);
  });
});

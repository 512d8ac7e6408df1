import type { ImageBatch } from '@convlens/types';
import { describe, expect, it } from 'vitest';
import { themePalette } from '../../render/palette.js';
import { imageAt, imageFlaw, imagePixels, leavesRange } from './images.js';

const { ramps } = themePalette('light');
const batch = (channels: number, data: Float32Array | Uint8Array): ImageBatch => ({
  shape: [data.length / channels, 1, 1, channels],
  data,
});
const pixelOf = (images: ImageBatch, index = 0): readonly number[] => {
  const into = new Uint8ClampedArray(4);
  imagePixels(images, index, ramps, into);
  return [...into];
};
const page = [0xfc, 0xfb, 0xf8, 255];
const ink = [0x17, 0x18, 0x1c, 255];
const magenta = [0xd2, 0x54, 0xa6, 255];

describe('an image as pixels', () => {
  it.each([
    ['floats, none', Float32Array.of(0), page],
    ['floats, full', Float32Array.of(1), ink],
    ['floats, more than full', Float32Array.of(7), ink],
    ['floats, less than none', Float32Array.of(-7), page],
    ['floats, no number', Float32Array.of(NaN), magenta],
    ['bytes, none', Uint8Array.of(0), page],
    ['bytes, full', Uint8Array.of(255), ink],
    ['bytes, hardly any', Uint8Array.of(1), null],
  ])('runs from page to ink with one channel: %s', (_, data, pixel) => {
    // One part of 255 is nearly the page, and not ink as a float of 1 would be.
    if (pixel) expect(pixelOf(batch(1, data))).toEqual(pixel);
    else expect(pixelOf(batch(1, data))[0]).toBeGreaterThan(0xf0);
  });
  it('is red, green and blue with three, as it is in both themes', () => {
    expect(pixelOf(batch(3, Uint8Array.of(9, 9, 9, 10, 20, 30)), 1)).toEqual([10, 20, 30, 255]);
    expect(pixelOf(batch(3, Float32Array.of(1, 0.5, 0)))).toEqual([255, 128, 0, 255]);
    expect(pixelOf(batch(3, Float32Array.of(1, NaN, 0)))).toEqual(magenta);
  });
  it('leaves out how opaque it is, and all channels but the first where they are no colours', () => {
    expect(pixelOf(batch(4, Uint8Array.of(10, 20, 30, 0)))).toEqual([10, 20, 30, 255]);
    expect(pixelOf(batch(2, Float32Array.of(1, 0)))).toEqual(ink);
  });
});

describe('a batch of images', () => {
  it.each([
    [{ shape: [2, 1, 1, 1], data: new Float32Array(2) }, undefined],
    [{ shape: [0, 28, 28, 1], data: new Float32Array(0) }, undefined],
    [
      { shape: [2, 1, 1, 1], data: new Float32Array(3) },
      { flaw: 'length', expected: 2, received: 3 },
    ],
    [
      { shape: [28, 28], data: new Float32Array(784) },
      { flaw: 'shape', received: '[28, 28]' },
    ],
    [
      { shape: [1, 0, 1, 1], data: new Float32Array(0) },
      { flaw: 'shape', received: '[1, 0, 1, 1]' },
    ],
    [
      { shape: [1, 1.5, 2, 1], data: new Float32Array(3) },
      { flaw: 'shape', received: '[1, 1.5, 2, 1]' },
    ],
    [{}, { flaw: 'shape', received: '[]' }],
  ])('%# is looked at before it is drawn', (images, flaw) => {
    // Some of them are what no type would let through.
    expect(imageFlaw(images as unknown as ImageBatch)).toEqual(flaw);
  });
  it('tells whether the images that are shown leave the range', () => {
    const images = batch(1, Float32Array.of(0, 1, 1.01, NaN));
    expect(leavesRange(images, [0, 1])).toBe(false);
    expect(leavesRange(images, [0, 2])).toBe(true);
    expect(leavesRange(images, [3])).toBe(true);
    expect(leavesRange(batch(1, Uint8Array.of(255)), [0])).toBe(false);
  });
  it('gives one image as a copy', () => {
    const images = batch(2, Float32Array.of(1, 2, 3, 4));
    const one = imageAt(images, 1);
    expect(one).toEqual({ shape: [1, 1, 1, 2], data: Float32Array.of(3, 4) });
    images.data[2] = 9;
    expect(one.data[0]).toBe(3);
  });
});

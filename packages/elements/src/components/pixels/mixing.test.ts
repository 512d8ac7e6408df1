import { describe, expect, it } from 'vitest';
import { Numbers } from '../../messages/numbers.js';
import { paintPlanes } from '../../render/paint.js';
import { makeRamp } from '../../render/ramp.js';
import { mostCells, mostChannels, readImage } from './image.js';
import type { PixelImage, Pixels } from './image.js';
import {
  compose,
  mixedColour,
  mixedImage,
  parseMute,
  parseOrder,
  storedMix,
  writeMute,
  writeOrder,
} from './mixing.js';
import type { Mix } from './mixing.js';
import { cellText } from './pixel-text.js';
import { samplePicture } from './sample.js';
import { summaryOf } from './summary.js';
import { tint } from './tints.js';

const pixelsOf = (image: PixelImage): Pixels => {
  const read = readImage(image);
  if ('rule' in read) throw new Error(`pixelsOf: expected an image, received one that breaks ${read.rule}.`);
  return read;
};
const bytesOf = ({ pixels }: { readonly pixels: Uint32Array }): number[][] =>
  Array.from(pixels, (_, index) => [...new Uint8Array(pixels.buffer, index * 4, 4)]);
const numbers = new Numbers('en-GB');

/** Two pixels: [10, 20, 30] and [40, 50, 60]. */
const two = pixelsOf({ shape: [1, 2, 3], data: Uint8Array.of(10, 20, 30, 40, 50, 60) });
const mixOf = (order: string, mute: string, channels = 3): Mix => ({
  feeds: parseOrder(order, channels).value,
  muted: parseMute(mute).value,
});
const invalid = [1, 2, 3] as const;

describe('readImage', () => {
  it('takes an image with and without its batch axis', () => {
    const { values, ...without } = pixelsOf({ shape: [1, 2, 3], data: two.values });
    const { values: same, ...withBatch } = pixelsOf({ shape: [1, 1, 2, 3], data: two.values });
    expect(withBatch).toEqual(without);
    expect(same).toBe(values);
    expect(without).toMatchObject({ height: 1, width: 2, channels: 3, limit: 255, missing: 0, outside: 0 });
  });
  it('reads whole numbers above 1 as bytes, and everything else as shares', () => {
    const limitOf = (data: ArrayLike<number>): number => pixelsOf({ shape: [1, 2, 1], data }).limit;
    expect(limitOf([0, 255])).toBe(255);
    expect(limitOf(Float32Array.of(3, 200))).toBe(255);
    expect(limitOf([0, 1])).toBe(1);
    expect(limitOf([0.5, 200])).toBe(1);
    expect(limitOf([-2, 2])).toBe(1);
    expect(limitOf(Uint8Array.of(0, 1))).toBe(255);
  });
  it('counts what is no number and what lies outside', () => {
    expect(pixelsOf({ shape: [1, 4, 1], data: [NaN, -0.5, 1.5, Infinity] })).toMatchObject({
      missing: 1,
      outside: 3,
    });
    // What a page hands over need not be what its types say.
    const strange = ['12', null, 0.5, {}] as unknown as readonly number[];
    expect(pixelsOf({ shape: [1, 4, 1], data: strange })).toMatchObject({ missing: 3, outside: 0 });
  });
  it('names the rule that an image breaks', () => {
    const ruleOf = (shape: readonly number[], length: number): unknown =>
      readImage({ shape, data: new Float32Array(length) });
    expect(ruleOf([2, 2, 3], 11)).toEqual({ rule: 'length', shape: [2, 2, 3], length: 11 });
    expect(ruleOf([4000, 4000, 3], 0)).toEqual({ rule: 'size', height: 4000, width: 4000 });
    expect(ruleOf([mostCells, 1, 1], mostCells)).toMatchObject({ height: mostCells });
    expect(ruleOf([1, 1, mostChannels + 1], mostChannels + 1)).toMatchObject({ rule: 'channels' });
    for (const shape of [[], [4], [2, 2], [0, 2, 3], [2, -2, 3], [1.5, 2, 3], [NaN, 1, 1], [1, 1, 1, 1, 1]])
      expect(ruleOf(shape, 4)).toEqual({ rule: 'shape', shape });
    expect(readImage({} as PixelImage)).toEqual({ rule: 'shape', shape: [] });
    expect(readImage({ shape: [1, 1, 1] } as unknown as PixelImage)).toMatchObject({
      rule: 'length',
      length: 0,
    });
  });
});

describe('the words of an attribute', () => {
  it('mute lights by letter or name', () => {
    expect(parseMute('r  Blue').value).toEqual([true, false, true]);
    expect(parseMute('').value).toEqual([false, false, false]);
    expect(parseMute('r cyan').wrong).toEqual(['cyan']);
    expect(writeMute([true, false, true])).toBe('r b');
  });
  it('order channels by letter, number or none, and leave the rest as stored', () => {
    expect(parseOrder('b g r', 3).value).toEqual([2, 1, 0]);
    expect(parseOrder('4, -', 5)).toEqual({ value: [4, undefined, 2], wrong: [] });
    expect(parseOrder('', 2).value).toEqual([0, 1, undefined]);
    expect(parseOrder('7 x g', 3)).toEqual({ value: [0, 1, 1], wrong: ['7', 'x'] });
    expect(parseOrder('b', 2)).toEqual({ value: [0, 1, undefined], wrong: ['b'] });
    expect(parseOrder('r g b r', 3).wrong).toEqual(['r']);
  });
  it('come back from what was read of them', () => {
    for (const order of ['b g r', 'r r r', '- g -', '4 3 g'])
      expect(writeOrder(parseOrder(order, 5).value, 5)).toBe(order);
    expect(writeOrder(parseOrder('r g b', 3).value, 3)).toBe('');
    expect(writeOrder(parseOrder('', 2).value, 2)).toBe('');
  });
});

describe('mixing', () => {
  it('shows the image as it is stored', () => {
    expect(bytesOf(compose(two, storedMix(3), invalid))).toEqual([
      [10, 20, 30, 255],
      [40, 50, 60, 255],
    ]);
  });
  it('swaps red with blue and puts a muted light out', () => {
    expect(bytesOf(compose(two, mixOf('b g r', 'g'), invalid))).toEqual([
      [30, 0, 10, 255],
      [60, 0, 40, 255],
    ]);
  });
  it('lets one channel feed all, and none feed one', () => {
    expect(bytesOf(compose(two, mixOf('g g -', ''), invalid))[1]).toEqual([50, 50, 0, 255]);
  });
  it('rounds shares to bytes and draws what lies outside as the nearest end', () => {
    const pixels = pixelsOf({ shape: [1, 2, 3], data: [0.5, 1.5, -1, 1 / 3, 0.999, Infinity] });
    // 127.5, and 85 and 254.7.
    expect(bytesOf(compose(pixels, storedMix(3), invalid))).toEqual([
      [128, 255, 0, 255],
      [85, 255, 255, 255],
    ]);
  });
  it('marks a pixel of which a value is no number, and no longer where that light is muted', () => {
    const pixels = pixelsOf({ shape: [1, 1, 3], data: [1, NaN, 0] });
    expect(bytesOf(compose(pixels, storedMix(3), invalid))[0]).toEqual([1, 2, 3, 255]);
    expect(bytesOf(compose(pixels, mixOf('', 'g'), invalid))[0]).toEqual([255, 0, 0, 255]);
    expect(mixedColour(pixels, storedMix(3), 0, 0)).toBeUndefined();
  });
  it('is the sum of its three planes, each painted alone in its own light', () => {
    const { values, width, height, limit } = pixelsOf(samplePicture());
    const picture = bytesOf(compose(pixelsOf(samplePicture()), mixOf('b r g', ''), invalid));
    const ramps = {
      positive: makeRamp(['#000000', '#ffffff']),
      negative: makeRamp(['#000000', '#ffffff']),
      invalid,
    };
    const planes = [2, 0, 1].map((offset, light) =>
      bytesOf(
        paintPlanes(
          { values, width, height, count: 1, planeStride: 1, cellStride: 3, offset },
          { kind: 'pixel', limit },
          { ...ramps, pixel: tint(light) },
        ),
      ),
    );
    picture.forEach(([r, g, b], cell) =>
      expect([0, 1, 2].map((at) => planes.reduce((sum, plane) => sum + plane[cell]![at]!, 0))).toEqual([
        r,
        g,
        b,
      ]),
    );
  });
  it('makes an image of its own: bytes of bytes, shares of everything else, the first left as it was', () => {
    const data = Uint8Array.from(two.values);
    const bytes = mixedImage(two, mixOf('b g r', 'g'));
    expect(bytes).toEqual({ shape: [1, 1, 2, 3], data: Uint8Array.of(30, 0, 10, 60, 0, 40) });
    expect(two.values).toEqual(data);
    const halves = pixelsOf({ shape: [1, 1, 3], data: [0.25, 0.5, 0.75] });
    expect(mixedImage(halves, mixOf('b g r', '')).data).toEqual(Float32Array.of(0.75, 0.5, 0.25));
    // 510 does not fit into a byte: it stays twice the limit.
    const outside = pixelsOf({ shape: [1, 1, 3], data: [510, 51, 0] });
    expect(mixedImage(outside, storedMix(3)).data).toEqual(Float32Array.of(2, 51 / 255, 0));
    const five = pixelsOf({ shape: [1, 1, 5], data: Uint8Array.of(1, 2, 3, 4, 5) });
    expect([...mixedImage(five, mixOf('4 - 3', '', 5)).data]).toEqual([5, 0, 4]);
  });
});

describe('a value in its cell', () => {
  it('is a byte, or a share without its zero', () => {
    expect([0, 0.5, 1, -1].map((value) => cellText(value, 1, 'bytes', numbers))).toEqual([
      '0',
      '128',
      '255',
      '−255',
    ]);
    expect([0, 0.004, 0.424, 1, -0.5, 1.5].map((value) => cellText(value, 1, 'shares', numbers))).toEqual([
      '0',
      '0',
      '.42',
      '1',
      '−.50',
      '1.50',
    ]);
    expect(cellText(51, 255, 'shares', numbers)).toBe('.20');
  });
  it('is called NaN where it is none, and infinite where it is that', () => {
    for (const format of ['bytes', 'shares'] as const)
      expect([NaN, -Infinity].map((value) => cellText(value, 1, format, numbers))).toEqual(['NaN', '−∞']);
  });
});

describe('the sample', () => {
  it('is an image that every channel has something of its own in', () => {
    const pixels = pixelsOf(samplePicture());
    expect([pixels.limit, pixels.channels, pixels.missing, pixels.outside]).toEqual([255, 3, 0, 0]);
    const at = (row: number, column: number): readonly number[] | undefined =>
      mixedColour(pixels, storedMix(3), row, column);
    // The sun is the colour that it was given; the sky above is bluer than the hills, the hills are green.
    expect(at(14, 33)).toEqual([255, 214, 60]);
    expect(at(0, 0)![2]).toBeGreaterThan(at(0, 0)![0]! + 100);
    expect(at(38, 25)![1]).toBeGreaterThan(Math.max(at(38, 25)![0]!, at(38, 25)![2]!));
  });
});

describe('the summary of a channel', () => {
  it('is its ends and its mean, of what is a number', () => {
    const pixels = pixelsOf({ shape: [2, 2, 2], data: [0, 9, 4, 9, NaN, 9, 8, 9] });
    expect(summaryOf(pixels, 0)).toEqual({ least: 0, most: 8, mean: 4 });
    expect(summaryOf(pixelsOf({ shape: [1, 1, 1], data: [NaN] }), 0)).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { fromOklab, inkOn, parseColour, toOklab } from './oklab.js';
import { kernelsOf, mapsOf, paintPlanes } from './paint.js';
import { colourAt, makeRamp } from './ramp.js';
import { colourOf, largestSize } from './scale.js';
import type { Ramps } from './scale.js';

const ramps: Ramps = {
  positive: makeRamp(['#ffffff', '#ff0000']),
  negative: makeRamp(['#ffffff', '#0000ff']),
  pixel: makeRamp(['#ffffff', '#000000']),
  invalid: [0, 255, 0],
};
const pixel = (pixels: Uint32Array, index: number): number[] => [
  ...new Uint8Array(pixels.buffer, index * 4, 4),
];

describe('OKLab', () => {
  // The published pairs: white is (1, 0, 0); pure red is (0.628, 0.225, 0.126).
  it('agrees with the published values of white and red', () => {
    expect(toOklab([255, 255, 255]).map((value) => Math.abs(Number(value.toFixed(3))))).toEqual([1, 0, 0]);
    expect(toOklab([255, 0, 0]).map((value) => Number(value.toFixed(3)))).toEqual([0.628, 0.225, 0.126]);
  });
  it('comes back to the colour that it left', () => {
    for (const colour of [
      [217, 116, 28],
      [15, 16, 19],
      [31, 88, 168],
    ] as const)
      expect(fromOklab(toOklab(colour))).toEqual(colour);
  });
  it('reads what a style sheet and what a browser writes', () => {
    expect(parseColour('#D9741C')).toEqual([217, 116, 28]);
    expect(parseColour('rgb(217, 116, 28)')).toEqual([217, 116, 28]);
  });
  it('puts black on light cells and white on dark ones', () => {
    expect([inkOn([250, 219, 180]), inkOn([99, 37, 4])]).toEqual(['#000', '#fff']);
  });
});

describe('makeRamp', () => {
  it('begins and ends at its stops and passes through the middle one', () => {
    const ramp = makeRamp(['#FCFBF8', '#D9741C', '#632504']);
    expect(colourAt(ramp, 0)).toEqual([252, 251, 248]);
    expect(colourAt(ramp, 1)).toEqual([99, 37, 4]);
    expect(colourAt(makeRamp(['#000000', '#ffffff', '#000000']), 127.5 / 255)[0]).toBeGreaterThan(250);
  });
});

describe('paintPlanes', () => {
  it('lays the channels of a tensor side by side, zero as the page and the limit as the end', () => {
    // 1 x 2 cells, 2 channels: channel 0 is [0, 2], channel 1 is [1, -1].
    const { width, height, pixels } = paintPlanes(
      mapsOf([0, 1, 2, -1], [1, 2, 2]),
      { kind: 'signed', limit: 2 },
      ramps,
    );
    expect([width, height]).toEqual([4, 1]);
    expect(pixel(pixels, 0)).toEqual([255, 255, 255, 255]);
    expect(pixel(pixels, 1)).toEqual([255, 0, 0, 255]);
    expect(pixel(pixels, 2).slice(0, 3)).toEqual(colourAt(ramps.positive, 0.5));
    expect(pixel(pixels, 3).slice(0, 3)).toEqual(colourAt(ramps.negative, 0.5));
  });
  it('picks one input channel of a filter bank', () => {
    // [1, 1, inChannels 2, filters 3]
    const planes = kernelsOf([1, 2, 3, 4, 5, 6], [1, 1, 2, 3], 1);
    const bitmap = paintPlanes(planes, { kind: 'activation', limit: 6 }, ramps);
    expect([0, 1, 2].map((index) => pixel(bitmap.pixels, index).slice(0, 3))).toEqual(
      [4 / 6, 5 / 6, 1].map((share) => colourAt(ramps.positive, share)),
    );
  });
  it('shows what is not a number, and what is larger than the limit as the end', () => {
    const bitmap = paintPlanes(
      mapsOf([NaN, Infinity, -5], [1, 3, 1]),
      { kind: 'activation', limit: 1 },
      ramps,
    );
    expect([0, 1, 2].map((index) => pixel(bitmap.pixels, index).slice(0, 3))).toEqual([
      [0, 255, 0],
      [255, 0, 0],
      [255, 255, 255],
    ]);
  });
  it('agrees cell by cell with the colour of one value', () => {
    const values = Array.from({ length: 101 }, (_, index) => (index - 50) / 40);
    const scale = { kind: 'signed', limit: 1 } as const;
    const { pixels } = paintPlanes(mapsOf(values, [1, 101, 1]), scale, ramps);
    values.forEach((value, index) =>
      expect(pixel(pixels, index).slice(0, 3)).toEqual(colourOf(ramps, scale, value)),
    );
  });
});

describe('largestSize', () => {
  it('is the end of a symmetric scale and passes over what is no number', () => {
    expect(largestSize([1, -3, NaN, Infinity])).toBe(3);
    expect(largestSize([])).toBe(0);
  });
});

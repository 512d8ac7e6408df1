import { describe, expect, it } from 'vitest';
import { centreOfMass, prepareDigit } from './prepare-digit.js';
import { rasterize } from './rasterize.js';
import type { Stroke } from './stroke.js';

const line = (fromX: number, fromY: number, toX: number, toY: number): Stroke => [
  { x: fromX, y: fromY },
  { x: toX, y: toY },
];
const rowSums = (pixels: Float32Array): number[] =>
  Array.from({ length: 28 }, (_, row) =>
    pixels.slice(row * 28, row * 28 + 28).reduce((sum, value) => sum + value, 0),
  );
const columnSums = (pixels: Float32Array): number[] =>
  Array.from({ length: 28 }, (_, column) =>
    pixels.filter((_value, index) => index % 28 === column).reduce((sum, value) => sum + value, 0),
  );
const inked = (sums: number[]): [number, number] => [
  sums.findIndex((sum) => sum > 0),
  sums.length - 1 - [...sums].reverse().findIndex((sum) => sum > 0),
];

describe('rasterize', () => {
  // By hand: a horizontal line on the border of rows 1 and 2, radius 1, covers exactly those two rows.
  it('covers the two rows beside a line of width 2 that runs between them, and half of nothing else', () => {
    const pixels = rasterize([line(1, 2, 5, 2)], 1, 6);
    expect([0, 1, 2, 3].map((row) => pixels[row * 6 + 3])).toEqual([0, 1, 1, 0]);
  });
  // By hand: along the middle of row 2 it covers row 2 and half of rows 1 and 3.
  it('covers half of a pixel that the pen half covers', () => {
    const pixels = rasterize([line(1, 2.5, 5, 2.5)], 1, 6);
    expect([0, 1, 2, 3, 4].map((row) => pixels[row * 6 + 3])).toEqual([0, 0.5, 1, 0.5, 0]);
  });
});

describe('prepareDigit', () => {
  it('scales the longest side to 20 pixels and puts it in the middle', () => {
    // A short vertical line at the left edge: 28 * 0.2 = 5.6 long.
    const pixels = prepareDigit({ strokes: [line(0.1, 0.1, 0.1, 0.3)], penWidth: 0.08 });
    expect(inked(rowSums(pixels))).toEqual([4, 23]);
    expect(centreOfMass(pixels, 28).x).toBeCloseTo(14, 5);
    expect(centreOfMass(pixels, 28).y).toBeCloseTo(14, 5);
  });

  it('makes the same picture wherever and however large a digit was drawn', () => {
    const seven = (size: number, x: number, y: number): Stroke[] => [
      [
        [0, 0],
        [0.6, 0],
        [0.2, 1],
      ].map(([dx, dy]) => ({ x: x + dx! * size, y: y + dy! * size })),
    ];
    const small = prepareDigit({ strokes: seven(0.3, 0.6, 0.1), penWidth: 0.04 });
    const large = prepareDigit({ strokes: seven(0.75, 0.05, 0.2), penWidth: 0.1 });
    small.forEach((value, index) => expect(value).toBeCloseTo(large[index]!, 5));
  });

  it('moves the centre of mass to the middle, which is not the middle of the box', () => {
    // A long vertical line with a short arm at its top right: the box's middle is right of the mass.
    const pixels = prepareDigit({
      strokes: [line(0.3, 0.2, 0.3, 0.8), line(0.3, 0.2, 0.6, 0.2)],
      penWidth: 0.07,
    });
    const { x, y } = centreOfMass(pixels, 28);
    expect(x).toBeCloseTo(14, 1);
    expect(y).toBeCloseTo(14, 1);
    const [left, right] = inked(columnSums(pixels));
    expect((left + right + 1) / 2).toBeGreaterThan(14);
  });

  it('leaves size and place alone where that is asked for', () => {
    // By hand: from x 0.25 to 0.5 at y 0.5 is columns 7 to 14, and a pen of 2/28 covers rows 13 and 14.
    const pixels = prepareDigit({ strokes: [line(0.25, 0.5, 0.5, 0.5)], penWidth: 2 / 28 }, false);
    expect(inked(rowSums(pixels))).toEqual([13, 14]);
    expect([pixels[13 * 28 + 7], pixels[13 * 28 + 13], pixels[13 * 28 + 20]]).toEqual([1, 1, 0]);
  });

  it('keeps a dot a dot, a scribble small and an empty drawing empty', () => {
    const mass = (pixels: Float32Array): number => pixels.reduce((sum, value) => sum + value, 0);
    expect(mass(prepareDigit({ strokes: [[{ x: 0.9, y: 0.9 }]], penWidth: 0.08 }))).toBeLessThan(12);
    const scribble = prepareDigit({ strokes: [line(0.5, 0.5, 0.52, 0.5)], penWidth: 0.08 });
    expect(inked(columnSums(scribble))[1] - inked(columnSums(scribble))[0]).toBeLessThan(7);
    expect(mass(prepareDigit({ strokes: [], penWidth: 0.08 }))).toBe(0);
  });

  it('keeps the line as wide as those of MNIST under any pen', () => {
    for (const penWidth of [0.01, 0.2]) {
      const widths = rowSums(prepareDigit({ strokes: [line(0.5, 0.2, 0.5, 0.8)], penWidth }));
      expect(widths[14]).toBeGreaterThan(1.9);
      expect(widths[14]).toBeLessThan(3.3);
    }
  });
});

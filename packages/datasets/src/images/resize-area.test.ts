import { describe, expect, it } from 'vitest';
import { resizeArea } from '../index.js';

const grey = (height: number, width: number, ...values: number[]) =>
  ({ shape: [1, height, width, 1], data: Float32Array.from(values) }) as const;

describe('resizeArea', () => {
  it('takes the mean of whole pixels', () => {
    const image = grey(2, 4, 0, 1, 0.5, 0.5, 1, 0, 0.25, 0.75);
    expect([...resizeArea(image, { height: 1, width: 2 }).data]).toEqual([0.5, 0.5]);
    expect([...resizeArea(image, { height: 2, width: 2 }).data]).toEqual([0.5, 0.5, 0.5, 0.5]);
    expect([...resizeArea(image, { height: 1, width: 4 }).data]).toEqual([0.5, 0.5, 0.375, 0.625]);
  });

  it('takes the part of a pixel that is covered', () => {
    // Three columns to two, each 1.5 wide: (3 + 6 / 2) / 1.5 = 4 and (6 / 2 + 9) / 1.5 = 8.
    expect([...resizeArea(grey(1, 3, 3, 6, 9), { height: 1, width: 2 }).data]).toEqual([4, 8]);
    // Five rows to two, each 2.5 high: (1 + 2 + 3 / 2) / 2.5 = 1.8 and (3 / 2 + 4 + 5) / 2.5 = 4.2.
    expect([...resizeArea(grey(5, 1, 1, 2, 3, 4, 5), { height: 2, width: 1 }).data]).toEqual(
      [1.8, 4.2].map(Math.fround),
    );
    // 3 x 3 to 2 x 2: the corner counts 1, its neighbours 1/2, the middle 1/4, of 2.25:
    // (9 + 0 + 0 + 18 / 4) / 2.25 = 6; each of the other three has only its quarter: 4.5 / 2.25 = 2.
    expect([...resizeArea(grey(3, 3, 9, 0, 0, 0, 18, 0, 0, 0, 0), { height: 2, width: 2 }).data]).toEqual([
      6, 2, 2, 2,
    ]);
  });

  it('makes pixels larger as squares, and mixes only those that share a pixel', () => {
    expect([...resizeArea(grey(1, 2, 1, 3), { height: 2, width: 4 }).data]).toEqual([1, 1, 3, 3, 1, 1, 3, 3]);
    expect([...resizeArea(grey(1, 2, 1, 3), { height: 1, width: 3 }).data]).toEqual([1, 2, 3]);
  });

  it('keeps channels and pictures apart, and counts bytes as value / 255', () => {
    const image = {
      shape: [2, 1, 2, 3],
      data: Uint8Array.of(0, 10, 20, 102, 30, 40, 1, 2, 3, 3, 4, 5),
    } as const;
    const { shape, data } = resizeArea(image, { height: 1, width: 1 });
    expect(shape).toEqual([2, 1, 1, 3]);
    expect([...data]).toEqual([51 / 255, 20 / 255, 30 / 255, 2 / 255, 3 / 255, 4 / 255].map(Math.fround));
  });

  it('of the same size gives each byte as value / 255 to the last bit', () => {
    const data = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    expect(resizeArea({ shape: [1, 16, 16, 1], data }, { height: 16, width: 16 }).data).toEqual(
      Float32Array.from(data, (byte) => byte / 255),
    );
  });

  it('leaves an even picture as it is, whatever the sizes', () => {
    const even = { shape: [1, 7, 11, 1], data: new Uint8Array(77).fill(77) } as const;
    for (const [height, width] of [
      [1, 1],
      [3, 5],
      [6, 10],
      [7, 12],
      [20, 3],
    ] as const)
      expect(new Set(resizeArea(even, { height, width }).data)).toEqual(new Set([Math.fround(77 / 255)]));
  });

  it('refuses sides that are none, and values that are not as many as the shape says', () => {
    for (const width of [0, -1, 1.5, NaN])
      expect(() => resizeArea(grey(1, 1, 0), { height: 1, width })).toThrow(
        /^resizeArea: expected width to be a whole number of 1 or more, received/,
      );
    expect(() => resizeArea(grey(2, 2, 0), { height: 1, width: 1 })).toThrow(/4 values long/);
  });
});

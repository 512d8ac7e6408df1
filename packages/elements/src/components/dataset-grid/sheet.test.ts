import { describe, expect, it } from 'vitest';
import { originOf, placeAt, sheetOf, sizeOf } from './sheet.js';

describe('a sheet of thumbnails', () => {
  it('draws small images at a whole multiple, and as many in a row as fit', () => {
    // 28 · 2 = 56 px and 8 px of gap: 5 in 328 px, since 5 · 64 - 8 = 312.
    const sheet = sheetOf([28, 28], 328, 100, 0, 4);
    expect([sheet.width, sheet.height, sheet.columns, sheet.rows]).toEqual([56, 56, 5, 4]);
    expect(sizeOf(sheet)).toEqual([312, 248]);
    expect(sheetOf([28, 28], 327 + 57, 100, 0, 4).columns).toBe(6);
  });
  it('makes large images smaller, and keeps their form', () => {
    const { width, height } = sheetOf([100, 200], 328, 10, 0, 4);
    expect([width, height]).toEqual([64, 32]);
  });
  it('leaves a finger room beside a narrow image, and has one column where nothing fits', () => {
    const { width, stepX, columns } = sheetOf([64, 4], 10, 10, 0, 4);
    expect([width, stepX, columns]).toEqual([4, 40, 1]);
  });
  it('has no more rows than its images need', () => {
    expect(sheetOf([28, 28], 328, 6, 20, 4).rows).toBe(2);
    expect(sheetOf([28, 28], 328, 0, 20, 4).rows).toBe(1);
  });
  it('finds the image under a point, whose gap belongs to it, and none beside the sheet', () => {
    const sheet = sheetOf([28, 28], 328, 100, 20, 4);
    expect(originOf(sheet, 7)).toEqual([128, 84]);
    expect(placeAt(sheet, 128, 84)).toBe(7);
    expect(placeAt(sheet, 191, 167)).toBe(7);
    expect(placeAt(sheet, 192, 84)).toBe(8);
    expect(placeAt(sheet, -1, 0)).toBeUndefined();
    expect(placeAt(sheet, 0, 4 * 84)).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { classCounts, gridFlaw, indicesOf, nameOf, placeAfter } from './selection.js';
import type { GridData } from './selection.js';

const images = { shape: [5, 1, 1, 1], data: new Float32Array(5) } as const;
const data: GridData = { images, labels: [2, 0, 2, 7, NaN], classNames: ['a', 'b', 'c'] };

describe('the images of a grid', () => {
  it('are counted by class: the named ones first, then what has no name', () => {
    expect(classCounts(data)).toEqual([
      { label: 0, name: 'a', count: 1 },
      { label: 1, name: 'b', count: 0 },
      { label: 2, name: 'c', count: 2 },
      { label: 7, name: undefined, count: 1 },
      { label: NaN, name: undefined, count: 1 },
    ]);
  });
  it('go by the number of their class where classes have no names', () => {
    expect([7, -1, 0.5, NaN].map((label) => nameOf(label, undefined))).toEqual([
      '7',
      undefined,
      undefined,
      undefined,
    ]);
  });
  it('are all of them, or those of one class; a label that is no number can be looked for', () => {
    expect(indicesOf(data, undefined)).toEqual([0, 1, 2, 3, 4]);
    expect(indicesOf(data, 2)).toEqual([0, 2]);
    expect(indicesOf(data, 1)).toEqual([]);
    expect(indicesOf(data, NaN)).toEqual([4]);
  });
  it.each([
    [data, undefined],
    [
      { images, labels: [0] },
      { flaw: 'labels', images: 5, labels: 1 },
    ],
    [{ labels: [0] }, { flaw: 'missing', name: 'images' }],
    [{ images }, { flaw: 'missing', name: 'labels' }],
    [
      { images: { shape: [5, 2, 1, 1], data: images.data }, labels: data.labels },
      { flaw: 'length', expected: 10, received: 5 },
    ],
  ])('%# are looked at before they are shown', (given, flaw) => {
    // Some of them are what no type would let through.
    expect(gridFlaw(given as unknown as GridData)).toEqual(flaw);
  });
  it('are walked by keys, and the ends are ends', () => {
    const after = (key: string, place: number): number | undefined => placeAfter(key, place, 23, 5, 10);
    expect(after('ArrowRight', 22)).toBe(22);
    expect(after('ArrowLeft', 0)).toBe(0);
    expect(after('ArrowDown', 3)).toBe(8);
    expect(after('ArrowUp', 3)).toBe(0);
    expect(after('PageDown', 3)).toBe(13);
    expect(after('End', 3)).toBe(22);
    expect(after('toString', 3)).toBeUndefined();
  });
});

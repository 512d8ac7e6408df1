import { describe, expect, it } from 'vitest';
import { Numbers } from '../../messages/numbers.js';
import { cellAt, cellSize, neighbour } from './board.js';
import { percentCell } from './percent-cell.js';
import { examplesOf, tallyOf, worstOf } from './tally.js';
import type { ConfusionData, Tally } from './tally.js';

/** The example in scikit-learn's documentation of `confusion_matrix`. */
const published: ConfusionData = {
  classNames: ['ant', 'bird', 'cat'],
  actual: [2, 0, 2, 2, 0, 1],
  predicted: [0, 0, 2, 2, 0, 2],
};
const tally = (change: Partial<ConfusionData> = {}): Tally => tallyOf({ ...published, ...change }) as Tally;

describe('a confusion matrix', () => {
  it('is that of scikit-learn: rows actual, columns predicted', () => {
    const { counts, total, right, recall, precision } = tally();
    expect([...counts]).toEqual([2, 0, 0, 0, 0, 1, 1, 0, 2]);
    expect([right, total]).toEqual([4, 6]);
    expect(recall).toEqual([1, 0, 2 / 3]);
    // Nothing is taken for a bird: there is no share of that.
    expect(precision).toEqual([2 / 3, NaN, 2 / 3]);
  });
  it('names the first of the most frequent mistakes, and none where there is none', () => {
    expect(worstOf(tally())).toEqual({ actual: 1, predicted: 2 });
    expect(worstOf(tally({ predicted: published.actual }))).toBeUndefined();
  });
  it('finds the examples of a cell', () => {
    expect(examplesOf(published, { actual: 2, predicted: 2 })).toEqual([2, 3]);
    expect(examplesOf(published, { actual: 0, predicted: 1 })).toEqual([]);
  });
  it.each([NaN, -1, 3, 0.5, Infinity])('leaves out an example that is taken for class %s', (wrong) => {
    const { total, leftOut, firstLeftOut } = tally({ predicted: [0, 0, wrong, 2, 0, wrong] });
    expect([total, leftOut, firstLeftOut]).toEqual([4, 2, 2]);
  });
  it('refuses lengths that differ, no class, and more classes than a picture can hold', () => {
    expect(tallyOf({ ...published, predicted: [0] })).toEqual({ flaw: 'lengths', actual: 6, predicted: 1 });
    expect(tallyOf({ ...published, classNames: [] })).toEqual({ flaw: 'classes', received: 0 });
    const many = Array.from({ length: 201 }, String);
    expect(tallyOf({ ...published, classNames: many })).toEqual({ flaw: 'classes', received: 201 });
  });
  it('reads what lacks its parts, as data of foreign origin may', () => {
    expect(tallyOf({} as ConfusionData)).toEqual({ flaw: 'classes', received: 0 });
    const half = { classNames: ['a'], actual: [0] } as unknown as ConfusionData;
    expect(tallyOf(half)).toEqual({ flaw: 'lengths', actual: 1, predicted: 0 });
  });
});

describe('its board', () => {
  it('keeps cells that a finger hits, and holds the digits of the largest count', () => {
    expect(cellSize(10, 240, 3)).toBe(24);
    expect(cellSize(10, 200, 3)).toBe(24);
    // Six digits of 5.4 px and 2 px.
    expect(cellSize(10, 200, 6)).toBe(35);
    expect(cellSize(2, 1000, 3)).toBe(44);
    expect(cellSize(100, 300, 3)).toBe(12);
  });
  it('finds the cell under a point, and none outside', () => {
    expect(cellAt(10, 0.95, 0.41)).toEqual({ actual: 4, predicted: 9 });
    expect(cellAt(10, 1, 0.5)).toBeUndefined();
    expect(cellAt(10, -0.01, 0.5)).toBeUndefined();
  });
  it('is walked by keys, and ends at its edge', () => {
    const at = { actual: 0, predicted: 2 };
    expect(neighbour(3, at, 'ArrowRight')).toEqual(at);
    expect(neighbour(3, at, 'ArrowDown')).toEqual({ actual: 1, predicted: 2 });
    expect(neighbour(3, at, 'Home')).toEqual({ actual: 0, predicted: 0 });
    expect(neighbour(3, at, 'x')).toBeUndefined();
  });
  it.each([
    [0, '0'],
    [0.0001, '<1'],
    [0.985, '99'],
    [0.9999, '>99'],
    [1, '100'],
    [NaN, '–'],
  ])('writes the share %s as %s: never all, and never none, by rounding', (share, text) => {
    expect(percentCell(share, new Numbers('en-GB'))).toBe(text);
  });
});

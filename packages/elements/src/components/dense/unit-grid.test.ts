import { describe, expect, it } from 'vitest';
import { unitAt, unitBeside, unitGrid } from './unit-grid.js';

describe('a grid of units', () => {
  it('has rows of 32 where there is room, of fours where there is little', () => {
    expect(unitGrid(128, 1400)).toEqual({ count: 128, columns: 32, rows: 4 });
    // 328 / 24 = 13.7
    expect(unitGrid(128, 328)).toEqual({ count: 128, columns: 12, rows: 11 });
    expect(unitGrid(5, 328)).toEqual({ count: 5, columns: 5, rows: 1 });
  });
  it('finds the unit under a point, and none after the last', () => {
    const grid = unitGrid(10, 200);
    // Eight columns, two rows: the second holds two.
    expect([
      unitAt(grid, 0.99, 0),
      unitAt(grid, 0.2, 0.9),
      unitAt(grid, 0.5, 0.9),
      unitAt(grid, 1, 0),
    ]).toEqual([7, 9, undefined, undefined]);
  });
  it('walks by rows and columns and stays inside', () => {
    const grid = unitGrid(10, 200);
    expect(
      (['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp', 'End', 'Enter'] as const).map((key) =>
        unitBeside(grid, 1, key),
      ),
    ).toEqual([2, 9, 0, undefined, 9, undefined]);
  });
});

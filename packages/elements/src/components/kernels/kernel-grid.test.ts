import { describe, expect, it } from 'vitest';
import { gridOf, indexOf, neighbour, originOf, placeAt, sizeOf } from './kernel-grid.js';

const single = { height: 5, width: 5, inputs: 1, filters: 16 };
const several = { height: 3, width: 3, inputs: 4, filters: 2 };

describe('a grid of kernels', () => {
  it('wraps the filters of a single channel and makes a matrix of several', () => {
    const grid = gridOf(single, 500);
    // (500 + 12) / 8 - 12 = 52 pixels a kernel, 10 a weight.
    expect([grid.columns, grid.cell]).toEqual([8, 10]);
    expect(sizeOf(grid)).toEqual([8 * 62 - 12, 2 * 62 - 12]);
    expect(originOf(grid, 9, 0)).toEqual([62, 62]);
    expect(originOf(gridOf(several, 1000), 1, 3)).toEqual([24, 72]);
  });
  it('puts fewer in a row where weights would be too small to see', () => {
    // Eight: (282 + 12) / 8 - 12 = 24.75 pixels, 4 a weight. Four: 61.5 pixels, 12 a weight.
    const grid = gridOf(single, 282);
    expect([grid.columns, grid.cell]).toEqual([4, 12]);
  });
  it('finds the weight under a point, and none outside', () => {
    const grid = gridOf(single, 500);
    expect(placeAt(grid, 62 + 25, 62 + 1)).toEqual({ filter: 9, input: 0, row: 0, column: 2 });
    expect(placeAt(grid, 58, 2)).toEqual({ filter: 0, input: 0, row: 0, column: 4 });
    expect(placeAt(grid, 600, 0)).toBeUndefined();
    expect(placeAt(grid, -1, 0)).toBeUndefined();
  });
  it('walks inside a kernel and over its edge into the next', () => {
    const grid = gridOf(several, 1000);
    const corner = { filter: 0, input: 0, row: 2, column: 2 };
    expect(neighbour(grid, corner, 'ArrowLeft')).toEqual({ ...corner, column: 1 });
    expect(neighbour(grid, corner, 'ArrowRight')).toEqual({ filter: 1, input: 0, row: 2, column: 0 });
    expect(neighbour(grid, corner, 'ArrowDown')).toEqual({ filter: 0, input: 1, row: 0, column: 2 });
    expect(neighbour(grid, { filter: 0, input: 1, row: 0, column: 0 }, 'ArrowUp')).toEqual({
      filter: 0,
      input: 0,
      row: 2,
      column: 0,
    });
    expect(neighbour(grid, { filter: 0, input: 0, row: 0, column: 0 }, 'ArrowUp')).toBeUndefined();
  });
  it('counts weights as they are stored: [height, width, inputs, filters]', () => {
    expect(indexOf(several, { filter: 1, input: 2, row: 1, column: 0 })).toBe(((1 * 3 + 0) * 4 + 2) * 2 + 1);
  });
});

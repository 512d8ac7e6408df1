import { describe, expect, it } from 'vitest';
import { direction } from './direction.js';
import { disc, halfPlane, paint, segment } from './ink.js';

describe('direction', () => {
  it('is cosine and sine to the last digits, and exact at right angles', () => {
    for (let degrees = -720; degrees <= 720; degrees += 7.3) {
      const { x, y } = direction(degrees);
      expect(Math.abs(x - Math.cos((degrees * Math.PI) / 180))).toBeLessThan(2e-15);
      expect(Math.abs(-y - Math.sin((degrees * Math.PI) / 180))).toBeLessThan(2e-15);
    }
    const right = [0, 90, 180, 270, 360, -90].map(direction).map(({ x, y }) => [x + 0, y + 0]);
    expect(right).toEqual([
      [1, 0],
      [0, -1],
      [-1, 0],
      [0, 1],
      [1, 0],
      [0, 1],
    ]);
  });
});

describe('paint', () => {
  it('gives a pixel the ink by the distance of its middle from the edge', () => {
    // A lying line of width 1 through the middle of row 1: row 1 is full, its neighbours are half a pixel from the edge.
    expect([...paint(segment([1.5, -9], [1.5, 9], 1), 3, 1)]).toEqual([0, 1, 0]);
    // Of width 2: the edge runs through the middles of the neighbours.
    expect([...paint(segment([1.5, -9], [1.5, 9], 2), 3, 1)]).toEqual([0.5, 1, 0.5]);
    // Ink on the right from the middle of column 1.
    expect([...paint(halfPlane([0.5, 1.5], 0), 1, 3)]).toEqual([0, 0.5, 1]);
    expect([...paint(halfPlane([1.5, 0.5], 90), 3, 1)]).toEqual([1, 0.5, 0]);
    // A disc of radius 0.75: 0.5 - (1 - 0.75) = 0.25 beside its middle, sqrt(2) - 0.75 > 0.5 in the corners.
    expect([...paint(disc([1.5, 1.5], 0.75), 3, 3)]).toEqual([0, 0.25, 0, 0.25, 1, 0.25, 0, 0.25, 0]);
  });
});

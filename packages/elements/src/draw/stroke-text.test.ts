import { describe, expect, it } from 'vitest';
import { onGrid, packStrokes, unpackStrokes } from './stroke-text.js';

const stroke = (length: number, seed: number) =>
  Array.from({ length }, (_, index) => ({
    x: onGrid(0.5 + 0.45 * Math.sin(index * 0.37 + seed)),
    y: onGrid(0.5 + 0.45 * Math.cos(index * 0.23 + seed)),
  }));

describe('strokes as whole numbers', () => {
  it('come back to the bit', () => {
    const strokes = [stroke(80, 1), stroke(1, 2), stroke(30, 3)];
    expect(unpackStrokes(packStrokes(strokes))).toEqual(strokes);
    expect(unpackStrokes(JSON.parse(JSON.stringify(packStrokes(strokes))))).toEqual(strokes);
  });
  // By hand: 0.5 of 1024 is 512, a quarter of it on the way down 256.
  it('are the first point and the steps from there', () => {
    expect(
      packStrokes([
        [
          { x: 0.5, y: 0.25 },
          { x: 0.5, y: 0.5 },
        ],
      ]),
    ).toEqual([[512, 256, 0, 256]]);
  });
  it('leave room in a link for a drawing of 400 points', () => {
    expect(JSON.stringify(packStrokes([stroke(400, 4)])).length).toBeLessThan(4000);
  });
  it.each([
    null,
    'a',
    [[]],
    [[1]],
    [[1, 2, 3]],
    [[0.5, 1]],
    [[2000, 0]],
    [[0, 0, -1, 0]],
    [[1, NaN]],
    [['1', 2]],
  ])('are refused where no pen can have drawn them: %j', (packed) =>
    expect(unpackStrokes(packed)).toBeUndefined(),
  );
});

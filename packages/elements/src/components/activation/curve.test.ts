import { describe, expect, it } from 'vitest';
import { curveOf, roundUp } from './curve.js';

const box = { left: 0, right: 100, top: 0, bottom: 100 };
const numbersOf = (path: string): number[][] =>
  path
    .split(/[ML]/)
    .filter(Boolean)
    .map((point) => point.split(' ').map(Number));

describe('curveOf', () => {
  it('runs through the corner of ReLU, and its derivative jumps there', () => {
    const { line, slope, limit, lowest, highest } = curveOf('relu', [-1.7, 0.5], box);
    expect([limit, lowest, highest]).toEqual([2, 0, 2]);
    expect(numbersOf(line)).toContainEqual([50, 100]);
    expect(numbersOf(line).at(-1)).toEqual([100, 0]);
    // 0 up to zero, then 1 of 2: two points over one another.
    const atZero = numbersOf(slope).filter(([x]) => x === 50);
    expect(atZero).toEqual([
      [50, 100],
      [50, 50],
    ]);
  });

  it('has room for both signs, and for a derivative of one', () => {
    const { x, y, lowest, highest } = curveOf('tanh', [3, NaN, Infinity], box);
    expect(x(0)).toBe(50);
    expect(y(0)).toBeCloseTo(50, 1);
    expect(lowest).toBeCloseTo(-0.9999, 3);
    expect(highest).toBe(1);
  });

  it('draws on where there is no number', () => {
    expect(curveOf('sigmoid', [NaN], box).line).not.toContain('NaN');
  });
});

describe('roundUp', () => {
  it.each([
    [1, 1],
    [1.01, 2],
    [4.2, 5],
    [7, 10],
    [130, 200],
  ])('%d to %d', (value, up) => {
    expect(roundUp(value)).toBe(up);
  });
});

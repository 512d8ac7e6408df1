import { describe, expect, it } from 'vitest';
import { columnsOf, lossDomain, placeOfStep, smooth, stepAtPlace } from './series.js';

describe('the axis of steps', () => {
  it('gives every factor of ten the same room', () => {
    expect([1, 10, 100, 1000].map((step) => Number(placeOfStep(step, 1000).toFixed(6)))).toEqual([
      0, 0.333333, 0.666667, 1,
    ]);
    expect(stepAtPlace(0.5, 10_000)).toBeCloseTo(100);
  });
  it('has a place for the first step and for one before it', () => {
    expect([placeOfStep(1, 1), placeOfStep(0, 50)]).toEqual([0, 0]);
  });
});

describe('smooth', () => {
  // By hand: the window is two steps while the run is short, so each new value moves the mean half of the way.
  it('begins at the first value and moves a share of the way to each next', () => {
    expect(smooth([1, 0, 0])).toEqual([1, 0.5, 0.25]);
  });
  it('steps over what is no number', () => {
    expect(smooth([2, NaN, 2])).toEqual([2, 2, 2]);
  });
});

describe('columnsOf', () => {
  it('has one column a value while there is room', () => {
    const columns = columnsOf([1, 10, 100], [3, 1, 2], 100, 101);
    expect(columns.map(({ at, low, high }) => [Number(at.toFixed(6)), low, high])).toEqual([
      [0, 3, 3],
      [0.5, 1, 1],
      [1, 2, 2],
    ]);
  });
  it('keeps the ends of what falls into one column', () => {
    // Three columns of 100 steps: 1, then 4 to 31 round to the middle, then 32 and more.
    expect(
      columnsOf([1, 8, 12, 99, 100], [5, 1, 9, 2, 4], 100, 3).map(({ low, high }) => [low, high]),
    ).toEqual([
      [5, 5],
      [1, 9],
      [2, 4],
    ]);
  });
});

describe('lossDomain', () => {
  const history = (loss: number[]) => ({ step: [], accuracy: [], validation: [], loss });
  it('reaches from a power of ten below to the largest loss', () => {
    expect(lossDomain(history([2.3, 0.03]))).toEqual([0.01, 2.6]);
    expect(lossDomain(history([5, 0.5]))).toEqual([0.1, 5]);
  });
  it('has ends before there is a run', () => expect(lossDomain(history([]))).toEqual([0.01, 2.6]));
});

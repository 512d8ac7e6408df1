import { describe, expect, it } from 'vitest';
import { columnsOf, lossDomain, smooth } from './series.js';

describe('smooth', () => {
  it('begins at the first value and moves a share of the way to each next', () => {
    expect(smooth([1, 0, 0], 0.5)).toEqual([1, 0.5, 0.25]);
  });
  it('steps over what is no number', () => {
    expect(smooth([2, NaN, 2], 0.5)).toEqual([2, 2, 2]);
  });
});

describe('columnsOf', () => {
  it('has one column a value while there is room', () => {
    expect(columnsOf([3, 1], 10).map(({ low, high }) => [low, high])).toEqual([
      [3, 3],
      [1, 1],
    ]);
  });
  it('keeps the ends of what falls into one column', () => {
    expect(columnsOf([5, 1, 9, 2], 2).map(({ low, high }) => [low, high])).toEqual([
      [1, 5],
      [2, 9],
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

import { describe, expect, it } from 'vitest';
import { axis } from './axis.js';

describe('axis', () => {
  it('is linear or logarithmic, and ends where its domain does', () => {
    const linear = axis([0, 10], [100, 0]);
    expect([-5, 0, 2.5, 10, 99].map(linear)).toEqual([100, 100, 75, 0, 0]);
    // In the middle of 1 and 100 on a logarithmic axis is 10.
    const log = axis([1, 100], [0, 1], true);
    expect(log(10)).toBeCloseTo(0.5, 12);
    expect([0, 1, 100, 1e9].map(log)).toEqual([0, 0, 1, 1]);
    expect(log(NaN)).toBeNaN();
  });
});

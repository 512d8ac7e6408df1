import { describe, expect, it } from 'vitest';
import { assertSame, isWithin } from '../src/compare.js';
import { Skip, skipReasons } from '../src/skips.js';

describe('isWithin', () => {
  it('counts float32 steps', () => {
    const next = 1 + 2 ** -23;
    expect(isWithin(next, 1, { metric: 'ULP', value: 1 })).toBe(true);
    expect(isWithin(1 + 2 ** -22, 1, { metric: 'ULP', value: 1 })).toBe(false);
    expect(isWithin(-0, 0, { metric: 'ULP', value: 0 })).toBe(true);
  });
  it('adds an absolute and a relative allowance', () => {
    const rule = { metric: 'ALLCLOSE', atol: 0.1, rtol: 0.01 };
    expect(isWithin(101, 100, rule)).toBe(true);
    expect(isWithin(101.2, 100, rule)).toBe(false);
  });
  it('takes NaN for NaN and for nothing else', () => {
    const rule = { metric: 'ALLCLOSE', atol: 1e9, rtol: 1e9 };
    expect(isWithin(NaN, NaN, rule)).toBe(true);
    expect(isWithin(NaN, 1, rule)).toBe(false);
    expect(isWithin(1, NaN, rule)).toBe(false);
    expect(isWithin(Infinity, 1, rule)).toBe(false);
  });
});

describe('assertSame', () => {
  const stored = { dtype: 'float32', shape: [2], data: [1, 2] };
  const rule = { metric: 'ATOL', value: 1e-6 };
  it('accepts equal values', () => assertSame('y', { shape: [2], data: [1, 2] }, stored, rule));
  it('refuses another shape, a missing value, a missing output and a wrong value', () => {
    expect(() => assertSame('y', { shape: [1, 2], data: [1, 2] }, stored, rule)).toThrow('shape');
    expect(() => assertSame('y', { shape: [2], data: [1] }, stored, rule)).toThrow('1 values');
    expect(() => assertSame('y', undefined, stored, rule)).toThrow('no such output');
    expect(() => assertSame('y', { shape: [2], data: [1, 2.02] }, stored, rule)).toThrow('y[1]');
  });
  it('allows integers no tolerance', () => {
    const whole = { dtype: 'int32', shape: [1], data: [3] };
    expect(() => assertSame('y', { shape: [1], data: [4] }, whole, { metric: 'ATOL', value: 10 })).toThrow(
      'y[0]',
    );
  });
});

describe('Skip', () => {
  it('knows the reasons on the list and no other', () => {
    for (const reason of Object.keys(skipReasons)) expect(new Skip(reason).reason).toBe(reason);
    expect(() => new Skip('too hard')).toThrow('not on the list');
  });
});

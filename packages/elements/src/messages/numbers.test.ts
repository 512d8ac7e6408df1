import { describe, expect, it } from 'vitest';
import { Numbers } from './numbers.js';

describe('Numbers', () => {
  const numbers = new Numbers('en-GB');
  it('uses the real minus sign and gives zero none', () => {
    expect(numbers.fixed(-1.25, 1)).toBe('−1.3');
    expect(numbers.fixed(-0.001, 2)).toBe('0.00');
    expect(numbers.signed(0.4, 3)).toBe('+0.400');
    expect(numbers.signed(-0.4, 3)).toBe('−0.400');
    expect(numbers.signed(0, 2)).toBe('0.00');
  });
  it('groups digits as the language does', () => {
    expect(numbers.integer(100480)).toBe('100,480');
    expect(new Numbers('de').integer(100480)).toBe('100.480');
  });
  it('writes what is small as a power of ten', () => {
    expect(
      [0.000123, -0.000999999, 0.5, 0, 123456, NaN].map((value) => numbers.scientific(value, 3)),
    ).toEqual([
      '1.23\u00A0×\u00A010⁻⁴',
      '−1.00\u00A0×\u00A010⁻³',
      '0.5000',
      '0.0000',
      '1.23\u00A0×\u00A010⁵',
      'NaN',
    ]);
  });
  it('names what is no number', () => {
    expect([NaN, Infinity, -Infinity].map((value) => numbers.fixed(value, 2))).toEqual(['NaN', '∞', '−∞']);
  });
});

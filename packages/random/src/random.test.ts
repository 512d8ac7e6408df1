import { describe, expect, it } from 'vitest';
import { fillUniform, permutation, randomKey, threefry2x32, uniformAt } from './index.js';

const block = (k0: number, k1: number, c0: number, c1: number) => [
  ...threefry2x32(k0, k1, c0, c1, new Uint32Array(2)),
];

describe('threefry2x32', () => {
  // Known answers published with Random123 (kat_vectors, 20 rounds).
  it('gives the published known answers', () => {
    expect(block(0, 0, 0, 0)).toEqual([0x6b200159, 0x99ba4efe]);
    expect(block(0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff)).toEqual([0x1cb996fc, 0xbb002be7]);
    expect(block(0x13198a2e, 0x03707344, 0x243f6a88, 0x85a308d3)).toEqual([0xc4923a9c, 0x483df7a0]);
  });
});

describe('randomKey', () => {
  it('tells apart seeds, names, numbers and their order', () => {
    const keys = [
      randomKey(1),
      randomKey(2),
      randomKey(2 ** 32 + 1),
      randomKey(1, 'a'),
      randomKey(1, 'a', 'b'),
      randomKey(1, 'b', 'a'),
      randomKey(1, 'ab'),
      randomKey(1, 1),
      randomKey(1, '1'),
    ];
    expect(new Set(keys.map(String)).size).toBe(keys.length);
    expect(randomKey(1, 'a', 3)).toEqual(randomKey(1, 'a', 3));
  });
  it('refuses seeds that are no whole numbers', () => {
    for (const seed of [0.5, -1, NaN, Infinity, 2 ** 53])
      expect(() => randomKey(seed)).toThrow(/whole number/);
  });
});

describe('uniform numbers', () => {
  it('are the same one by one and in bulk', () => {
    const key = randomKey(3, 'stream');
    expect([...fillUniform(new Float64Array(7), key)]).toEqual(
      [0, 1, 2, 3, 4, 5, 6].map((i) => uniformAt(key, i)),
    );
  });
  it('fill the interval evenly', () => {
    const values = fillUniform(new Float32Array(100_000), randomKey(5), -2, 2);
    const mean = values.reduce((sum, v) => sum + v, 0) / values.length;
    const variance = values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / values.length;
    // A uniform distribution of width 4 has variance 16 / 12; five standard errors.
    expect(Math.abs(mean)).toBeLessThan((5 * Math.sqrt(16 / 12)) / Math.sqrt(values.length));
    expect(Math.abs(variance - 16 / 12)).toBeLessThan(0.02);
    expect(values.every((v) => v >= -2 && v < 2)).toBe(true);
  });
});

describe('permutation', () => {
  it('holds every number once', () => {
    for (const length of [0, 1, 2, 1000])
      expect([...permutation(length, randomKey(1))].sort((a, b) => a - b)).toEqual([...Array(length).keys()]);
  });
  it('gives each of the six orders of three about equally often', () => {
    const counts = new Map<string, number>();
    for (let seed = 0; seed < 6000; seed++) {
      const order = permutation(3, randomKey(seed)).join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    // 1000 expected each, standard deviation 29.
    expect([...counts.values()].every((n) => n > 850 && n < 1150)).toBe(true);
    expect(counts.size).toBe(6);
  });
});

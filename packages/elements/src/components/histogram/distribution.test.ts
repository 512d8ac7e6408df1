import { bin as d3Bin, deviation, mean } from 'd3-array';
import { describe, expect, it } from 'vitest';
import { Numbers } from '../../messages/numbers.js';
import { barHeight, barSpan, binAt, placeOf } from './bars.js';
import { distributionOf } from './distribution.js';
import { valueText } from './value-text.js';

/** Seeded by the index alone. */
const noise = (index: number): number => {
  const value = Math.sin(index * 12.9898) * 43758.5453;
  return (value - Math.floor(value)) * 2 - 1;
};

describe('a distribution', () => {
  it('counts by hand: no bin mixes signs, what is exactly 0 stands apart', () => {
    // tickStep(0, 4, 5) is 1: four bins on each side.
    const { bins, step, left, right } = distributionOf([-4, -3.5, -1, 0, -0, 0.5, 1, 4]);
    expect([step, left, right]).toEqual([1, 4, 4]);
    expect(bins.map(({ side, from, to, count }) => [side[0], from, to, count])).toEqual([
      ['n', -4, -3, 2],
      ['n', -3, -2, 0],
      ['n', -2, -1, 0],
      ['n', -1, 0, 1],
      ['z', 0, 0, 2],
      ['p', 0, 1, 1],
      ['p', 1, 2, 1],
      ['p', 2, 3, 0],
      ['p', 3, 4, 1],
    ]);
  });

  it.each([
    [1000, 1],
    [20_000, 0.037],
    [20_000, 1e-12],
    [501, 3e30],
  ])('puts %i values of size %s where d3 puts them', (length, size) => {
    const values = Float32Array.from({ length }, (_, index) => noise(index) ** 3 * size);
    const { bins, step, left, right } = distributionOf(values);
    const edges = Array.from({ length: left + right + 1 }, (_, index) => (index - left) * step);
    const d3 = d3Bin()
      .domain([edges[0]!, edges.at(-1)!])
      .thresholds(edges.slice(1, -1))([...values].filter((value) => value !== 0));
    expect(bins.filter(({ side }) => side !== 'zero').map(({ count }) => count)).toEqual(
      d3.map((each) => each.length),
    );
    expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(length);
  });

  it('puts every edge itself into the bin that begins there', () => {
    const step = 0.1;
    const values = Array.from({ length: 41 }, (_, index) => (index - 20) * step);
    const { bins, step: found } = distributionOf(values);
    expect(found).toBeCloseTo(0.2, 12);
    // Two in each, but for 0, which stands apart, and the last one, which holds its own end.
    expect(bins.map(({ count }) => count)).toEqual([
      2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 3,
    ]);
  });

  it('has mean and deviation as d3 has them', () => {
    const values = Array.from({ length: 3000 }, (_, index) => 5 + noise(index));
    const found = distributionOf(values);
    expect(found.mean).toBeCloseTo(mean(values)!, 10);
    // d3 divides by one less.
    expect(found.deviation).toBeCloseTo(deviation(values)! * Math.sqrt(2999 / 3000), 10);
    expect([found.smallest, found.largest]).toEqual([Math.min(...values), Math.max(...values)]);
  });

  it('leaves out of the statistics what is no finite number, and counts it', () => {
    const found = distributionOf([1, NaN, 3, Infinity, -Infinity, NaN]);
    expect([found.mean, found.deviation, found.notNumbers, found.infinite]).toEqual([2, 1, 2, 2]);
    expect([found.smallest, found.largest, found.left]).toEqual([1, 3, 0]);
  });

  it('has no overflow where squares would', () => {
    const { mean: middle, deviation: spread } = distributionOf([1e300, -1e300]);
    expect([middle, spread]).toEqual([0, 1e300]);
  });

  it.each([
    ['nothing', [], 0, NaN],
    ['no number', [NaN], 0, NaN],
    ['zeros', [0, 0], 1, 0],
    ['one value', [0.25], 5, 0.25],
  ])('holds %s', (_, values, bins, middle) => {
    const found = distributionOf(values);
    expect(found.bins).toHaveLength(bins);
    expect(found.mean).toBe(middle);
  });
});

describe('its bars', () => {
  const plain = distributionOf([-2, -1, 1, 2]);
  const withZero = distributionOf([-2, 0, 2]);

  it('stand where their values are, and make room for what is exactly 0', () => {
    // tickStep(0, 2, 5) is 0.5: four bins a side, and 0.8 of one between them.
    expect(placeOf(-2, plain)).toBe(0);
    expect(placeOf(2, plain)).toBe(8);
    expect([placeOf(-0.5, withZero), placeOf(0, withZero), placeOf(0.5, withZero)]).toEqual([3, 4.4, 5.8]);
    const [x, width] = barSpan(withZero.bins[5]!, withZero);
    expect(x).toBeCloseTo(4.83, 10);
    expect(width).toBeCloseTo(0.94, 10);
  });

  it('are found under a point', () => {
    expect([0, 0.49, 0.51, 1, 1.2].map((share) => binAt(plain, share))).toEqual([0, 3, 4, 7, 7]);
    // 8.8 wide: the middle of it is 0's.
    expect([0.45, 0.5, 0.55, 0.99].map((share) => binAt(withZero, share))).toEqual([3, 4, 5, 8]);
    expect(binAt(distributionOf([NaN]), 0.5)).toBeUndefined();
    expect(binAt(distributionOf([0]), 0.9)).toBe(0);
  });

  it('are as high as their share, or its logarithm, and are seen where they count anything', () => {
    expect(barHeight(50, 100, false)).toBe(50);
    expect(barHeight(1, 100_000, false)).toBe(1);
    expect(barHeight(0, 100, true)).toBe(0);
    // log 10 of log 100.
    expect(barHeight(9, 99, true)).toBeCloseTo(50, 10);
  });
});

describe('numbers of a tensor', () => {
  const numbers = new Numbers('en-GB');
  it.each([
    [0.1234, 0.02, 0, '0.12'],
    [-0.1234, 0.02, 2, '−0.1234'],
    [0.5, 0.1, 0, '0.5'],
    [1234.5, 200, 0, '1,235'],
    [3.6e-9, 2e-10, 0, '3.60 × 10⁻⁹'],
    [-1.5e30, 1e29, 2, '−1.50 × 10³⁰'],
    [0, 1e-9, 0, '0'],
    [NaN, 1, 0, 'NaN'],
    [-Infinity, 1, 0, '−∞'],
  ])('%s by steps of %s with %i digits more is %s', (value, step, more, text) => {
    expect(valueText(value, step, more, numbers)).toBe(text);
  });
});

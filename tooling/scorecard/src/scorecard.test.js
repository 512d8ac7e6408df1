// What the rows rely on: numbers are read as they are written, and the oracle computes what a pencil does.
import { describe, expect, it } from 'vitest';
import { marked } from './mark.js';
import { median, quantile, read, readAll } from './numbers.js';
import { rows } from './rows.js';
import { forward, lossOf, putsInto } from './seed-network.js';

describe('numbers of a page', () => {
  it.each([
    ['−1.23', -1.23],
    ['+0.4', 0.4],
    ['105,194', 105194],
    ['1.23 × 10⁻⁴', 1.23e-4],
    ['−7.00 × 10⁵', -7e5],
    ['.69', 0.69],
  ])('%s', (text, value) => expect(read(text)).toBe(value));
  it('are found in a text in their order', () =>
    expect(readAll('0.9 · −2.0 × 10⁻³ + 1,000')).toEqual([0.9, -0.002, 1000]));
  it('have a middle and a share below', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
    expect(quantile([5, 1, 4, 2, 3], 0.8)).toBe(5);
  });
});

describe('a mark', () => {
  it('is PASS only where all lines hold, and FAIL where the task was not seen', () => {
    expect(marked(true, [[true, 'a']]).mark).toBe('PASS');
    expect(
      marked(true, [
        [true, 'a'],
        [false, 'b'],
      ]).mark,
    ).toBe('PARTIAL');
    expect(marked(false, [[true, 'a']]).mark).toBe('FAIL');
  });
  it('is given to every task once', () => expect(new Set(rows.map(({ id }) => id)).size).toBe(17));
});

describe('the seed network in double precision', () => {
  const filled = (length, at) => Float64Array.from({ length }, (_, index) => at[index] ?? 0);
  // One way through: pixel [10, 10] twice, plus 1, to unit 3, to class 7; every other weight is zero.
  const weights = {
    'conv1/filter': filled(200, { [12 * 8]: 2 }),
    'conv1/bias': filled(8, { 0: 1 }),
    'conv2/filter': filled(3200, { [12 * 8 * 16]: 3 }),
    'conv2/bias': filled(16, {}),
    'dense1/kernel': filled(784 * 128, { [(2 * 7 + 2) * 16 * 128 + 3]: 0.5 }),
    'dense1/bias': filled(128, {}),
    'dense2/kernel': filled(1280, { [3 * 10 + 7]: 4 }),
    'dense2/bias': filled(10, { 7: -1 }),
  };
  const image = filled(784, { [10 * 28 + 10]: 0.5 });

  it('computes what a pencil does', () => {
    const { conv1, pool2, logits } = forward(image, weights);
    expect(conv1[(10 * 28 + 10) * 8]).toBe(2);
    expect(pool2[(2 * 7 + 2) * 16]).toBe(6);
    expect([...logits]).toEqual([0, 0, 0, 0, 0, 0, 0, 11, 0, 0]);
  });
  it('splits a score into cells and a bias', () => {
    const amounts = putsInto(forward(image, weights), weights, 7);
    expect(amounts[(2 * 7 + 2) * 16]).toBe(12);
    expect(amounts.filter((amount) => amount !== 0)).toHaveLength(1);
  });
  it('has the loss of the right class’s share', () =>
    expect(lossOf(image, [7], weights)).toBeCloseTo(Math.log(1 + 9 * Math.exp(-11)), 12));
});

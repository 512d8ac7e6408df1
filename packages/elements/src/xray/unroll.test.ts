import { describe, expect, it } from 'vitest';
import { seedRecord } from '../../test/seed-record.js';
import { smallRecord } from '../../test/small-record.js';
import { Trace } from '../trace/trace.js';
import { unroll } from './unroll.js';

const bend = (sum: number, activation: string): number => (activation === 'relu' ? Math.max(0, sum) : sum);

describe('unroll', () => {
  // By hand, see the record: 6.5 = 3 * 2 + 0.5; 3 = max(0, 0, 2, 3); 3 = ReLU(5 * 1 - 2); 5 is a pixel.
  it('takes a score apart down to one pixel', () => {
    const levels = unroll(new Trace(smallRecord), { stage: 4, unit: 0, row: 0, column: 0 });
    expect(levels.map(({ kind, value }) => [kind, value])).toEqual([
      ['dense', 6.5],
      ['copy', 3],
      ['pooling', 3],
      ['convolution', 3],
      ['pixel', 5],
    ]);
    expect(levels[0]).toMatchObject({
      sum: 6.5,
      bias: 0.5,
      products: [{ value: 3, weight: 2, product: 6 }],
      rest: { count: 0, amount: 0 },
    });
    expect(levels[2]).toMatchObject({ values: [0, 0, 2, 3], chosen: 3 });
    expect(levels[3]).toMatchObject({ sum: 3, bias: -2, products: 4, chosen: 0 });
    expect(levels[4]!.cell).toEqual({ stage: 0, unit: 0, row: 1, column: 1 });
  });
  it('goes another way where somebody picks another input', () => {
    const levels = unroll(
      new Trace(smallRecord),
      { stage: 2, unit: 0, row: 0, column: 0 },
      new Map([
        [2, { place: 2 }],
        [1, { place: 3 }],
      ]),
    );
    expect(levels.map(({ value }) => value)).toEqual([3, 2, 8]);
  });
  it('ends where the record ends', () => {
    const { input: _input, ...tensors } = smallRecord.tensors;
    const levels = unroll(new Trace({ ...smallRecord, tensors }), { stage: 2, unit: 0, row: 0, column: 0 });
    expect(levels.map(({ kind }) => kind)).toEqual(['pooling']);
  });
  it('adds up to the number of the network at every level, of every class and of 200 cells', () => {
    const trace = new Trace(seedRecord());
    const cells = [
      ...Array.from({ length: 10 }, (_, unit) => ({ stage: 7, unit, row: 0, column: 0 })),
      ...Array.from({ length: 100 }, (_, i) => ({
        stage: 1,
        unit: i % 8,
        row: (i * 7) % 28,
        column: (i * 11) % 28,
      })),
      ...Array.from({ length: 100 }, (_, i) => ({
        stage: 3,
        unit: i % 16,
        row: (i * 5) % 14,
        column: (i * 3) % 14,
      })),
    ];
    for (const cell of cells) {
      const levels = unroll(trace, cell);
      expect(levels.at(-1)!.kind).toBe('pixel');
      for (const level of levels) {
        if (level.kind === 'convolution') {
          const shown = level.terms.reduce((sum, { product }) => sum + product, 0);
          expect(Math.abs(shown - level.maps.find(({ from }) => from === level.map)!.amount)).toBeLessThan(
            1e-12,
          );
          expect(Math.abs(bend(level.sum, level.activation) - level.value)).toBeLessThan(1e-6);
        }
        if (level.kind === 'dense') {
          const shown = level.products.reduce((sum, { product }) => sum + product, level.rest.amount);
          expect(Math.abs(shown + level.bias - level.sum)).toBeLessThan(1e-12);
          expect(Math.abs(bend(level.sum, level.activation) - level.value)).toBeLessThan(1e-5);
        }
        if (level.kind === 'pooling') expect(level.values[level.chosen]).toBe(level.value);
      }
    }
  });
});

import type { ActivationRecord, LayerSummary } from '@convlens/types';
import { describe, expect, it } from 'vitest';
import { seedRecord } from '../../test/seed-record.js';
import { smallRecord } from '../../test/small-record.js';
import { Trace } from '../trace/trace.js';
import { unroll } from './unroll.js';

const bend = (sum: number, activation: string): number => (activation === 'relu' ? Math.max(0, sum) : sum);

/** One pooling over a picture of 3 x 3. */
const poolingOf = (
  className: string,
  config: LayerSummary['config'],
  [height, width]: readonly [number, number],
  output: readonly number[],
): ActivationRecord => ({
  ...smallRecord,
  model: {
    ...smallRecord.model,
    layers: [
      {
        ...smallRecord.model.layers[1]!,
        className,
        config,
        inputShape: [3, 3, 1],
        outputShape: [height, width, 1],
      },
    ],
  },
  tensors: {
    input: { shape: [1, 3, 3, 1], data: Float32Array.of(1, 2, 3, 4, 5, 6, -7, -8, 9) },
    'pool1/output': { shape: [1, height, width, 1], data: Float32Array.from(output) },
  },
});

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
  // 3 x 3 under windows of 2 x 2, stride 2, 'same': a row and a column of padding after the last.
  it.each([
    ['AveragePooling2D', [3, 4.5, -7.5, 9], [3, 1, 0, 0]],
    ['MaxPooling2D', [5, 6, -7, 9], [3, 1, 0, 0]],
  ] as const)('leaves the padding out of a %s', (className, output, chosen) => {
    const trace = new Trace(
      poolingOf(className, { poolSize: [2, 2], strides: [2, 2], padding: 'same' }, [2, 2], output),
    );
    const windows = [
      {
        values: [1, 2, 4, 5],
        size: [2, 2],
        at: [
          [0, 0],
          [0, 1],
          [1, 0],
          [1, 1],
        ],
      },
      {
        values: [3, 6],
        size: [2, 1],
        at: [
          [0, 2],
          [1, 2],
        ],
      },
      {
        values: [-7, -8],
        size: [1, 2],
        at: [
          [2, 0],
          [2, 1],
        ],
      },
      { values: [9], size: [1, 1], at: [[2, 2]] },
    ];
    windows.forEach(({ values, size, at }, place) => {
      const cell = { stage: 1, unit: 0, row: Math.floor(place / 2), column: place % 2 };
      const [level, pixel] = unroll(trace, cell);
      expect(level).toMatchObject({
        value: output[place],
        values,
        size,
        candidates: at.map(([row, column]) => ({ stage: 0, row, column })),
        chosen: chosen[place],
      });
      expect(pixel).toMatchObject({ kind: 'pixel', value: values[chosen[place]!] });
    });
  });
  it('has nothing to go on to where a window lies wholly in the padding', () => {
    // Every second cell from the padding on: only the middle one, 5, lies on the map.
    const output = Array.from({ length: 9 }, (_, place) => (place === 4 ? 5 : -Infinity));
    const config = { poolSize: [1, 1], strides: [2, 2], padding: [1, 1] };
    const trace = new Trace(poolingOf('MaxPooling2D', config, [3, 3], output));
    const levels = unroll(trace, { stage: 1, unit: 0, row: 0, column: 0 });
    expect(levels).toMatchObject([{ kind: 'pooling', values: [], size: [0, 0], next: undefined }]);
    expect(unroll(trace, { stage: 1, unit: 0, row: 1, column: 1 })).toMatchObject([
      { values: [5] },
      { value: 5 },
    ]);
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

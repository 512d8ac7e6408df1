/** By hand on small networks; against plain loops over the record's own tensors on one of the seed network's shape. */
import type { ActivationRecord, LayerSummary } from '@convlens/types';
import { describe, expect, it } from 'vitest';
import { seedRecord } from '../../test/seed-record.js';
import { smallRecord } from '../../test/small-record.js';
import { cellAtIndex, splitSum, traceBack } from './back-trace.js';
import type { BackTrace } from './back-trace.js';
import { cellIndex } from './explain.js';
import { Trace } from './trace.js';

const split = (trace: Trace, index: number, unit: number): BackTrace => {
  const answer = traceBack(trace, index, unit);
  if ('blockedBy' in answer) throw new Error(`Blocked by ${answer.where}.`);
  return answer;
};

const dense = (name: string, inputs: number, units: number, activation: string): LayerSummary => ({
  name,
  className: 'Dense',
  config: { units, activation },
  inputShape: [inputs],
  outputShape: [units],
  weights: { kernel: [inputs, units], bias: [units] },
  macs: 0,
  parameterCount: 0,
});

/**
 * 2 inputs -> 3 units -> 1 score. Inputs 2 and 3.
 * Unit 0: 2 · 1 + 3 · 2 + 1 = 9, on. Unit 1: 2 · 1 - 3 · 2 + 1 = -3, off. Unit 2: 2 · -1 + 3 · 1 + 0.5 = 1.5, on.
 * Score: 9 · 2 - 1.5 · 4 + 0.25 = 12.25.
 */
const twoLayers = (activation = 'relu'): ActivationRecord => ({
  ...smallRecord,
  model: {
    ...smallRecord.model,
    inputShape: [1, 1, 2],
    classNames: ['only'],
    layers: [
      { ...smallRecord.model.layers[2]!, inputShape: [1, 1, 2], outputShape: [2] },
      dense('dense1', 2, 3, activation),
      dense('dense2', 3, 1, 'linear'),
    ],
  },
  tensors: {
    input: { shape: [1, 1, 1, 2], data: [2, 3] },
    'flatten/output': { shape: [1, 2], data: [2, 3] },
    'dense1/kernel': { shape: [2, 3], data: [1, 1, -1, 2, -2, 1] },
    'dense1/bias': { shape: [3], data: [1, 1, 0.5] },
    'dense1/output': { shape: [1, 3], data: [9, 0, 1.5] },
    'dense2/kernel': { shape: [3, 1], data: [2, 7, -4] },
    'dense2/bias': { shape: [1], data: [0.25] },
    'dense2/output': { shape: [1, 1], data: [12.25] },
  },
});

describe('traceBack', () => {
  // 3 · 2 + 0.5 = 6.5 and 3 · -1 + 0 = -3
  it('is weight times number where one dense layer follows', () => {
    const trace = new Trace(smallRecord);
    expect(split(trace, 4, 0)).toEqual({
      from: 3,
      slopes: Float64Array.of(2),
      amounts: Float64Array.of(6),
      biases: 0.5,
      total: 6.5,
      hidden: [],
    });
    expect(split(trace, 4, 1)).toMatchObject({ amounts: Float64Array.of(-3), biases: 0, total: -3 });
  });

  // Input 0: 2 · (1 · 2 + -1 · -4) = 12. Input 1: 3 · (2 · 2 + 1 · -4) = 0. Biases: 1 · 2 + 0.5 · -4 + 0.25 = 0.25.
  it('goes through the units that are on, and takes their biases along', () => {
    expect(split(new Trace(twoLayers()), 3, 0)).toEqual({
      from: 1,
      slopes: Float64Array.of(6, 0),
      amounts: Float64Array.of(12, 0),
      biases: 0.25,
      total: 12.25,
      hidden: [{ name: 'dense1', on: 2, count: 3 }],
    });
  });

  // The ReLU as a layer of its own: the dense layer before it is linear, and its numbers may be negative.
  it('takes a ReLU that stands alone for what it is', () => {
    const record = twoLayers('linear');
    const [flatten, dense1, dense2] = record.model.layers as [LayerSummary, LayerSummary, LayerSummary];
    const relu = { ...dense1, name: 'relu', className: 'ReLU', config: {}, inputShape: [3], weights: {} };
    const answer = split(
      new Trace({
        ...record,
        model: { ...record.model, layers: [flatten, dense1, relu, dense2] },
        tensors: {
          ...record.tensors,
          'dense1/output': { shape: [1, 3], data: [9, -3, 1.5] },
          'relu/output': { shape: [1, 3], data: [9, 0, 1.5] },
        },
      }),
      4,
      0,
    );
    expect([[...answer.amounts], answer.biases, answer.total]).toEqual([[12, 0], 0.25, 12.25]);
  });

  // Unit 1 is -3 before and -0.6 behind it, and its weight is 7. Input 0: 12 + 2 · 0.2 · 7 = 14.8. Input 1: 0 + 3 · 0.2 · -2 · 7 = -8.4.
  // Biases: 0.25 + 0.2 · 7 = 1.65. Together 8.05 = 9 · 2 - 0.6 · 7 - 1.5 · 4 + 0.25.
  it('lets a fifth through below zero where the ReLU leaks', () => {
    const record = twoLayers('leakyRelu');
    const tensors = { ...record.tensors, 'dense1/output': { shape: [1, 3], data: [9, -0.6, 1.5] } };
    const { amounts, biases, total, hidden } = split(new Trace({ ...record, tensors }), 3, 0);
    expect([...amounts, biases, total].map((value) => Number(value.toFixed(12)))).toEqual([
      14.8, -8.4, 1.65, 8.05,
    ]);
    expect(hidden).toEqual([{ name: 'dense1', on: 2, count: 3 }]);
  });

  it('says which tensor is missing, and which layer is no sum', () => {
    const { 'dense1/bias': _left, ...tensors } = twoLayers().tensors;
    expect(traceBack(new Trace({ ...twoLayers(), tensors }), 3, 0)).toEqual({
      blockedBy: 'missing',
      where: 'dense1/bias',
    });
    expect(traceBack(new Trace(twoLayers('tanh')), 3, 0)).toEqual({
      blockedBy: 'activation',
      where: 'dense1',
    });
  });

  it('splits every logit of a network of the seed network’s shape, cell by cell as plain loops do', () => {
    const record = seedRecord();
    const trace = new Trace(record);
    const data = (path: string): ArrayLike<number> => record.tensors[path]!.data;
    const [flat, hidden] = [data('flatten/output'), data('dense1/output')];
    const [kernel1, kernel2] = [data('dense1/kernel'), data('dense2/kernel')];
    for (let score = 0; score < 10; score++) {
      const { amounts, biases, total, from } = split(trace, 7, score);
      expect([from, amounts.length]).toEqual([5, 784]);
      for (const cell of [0, 17, 291, 400, 783]) {
        let expected = 0;
        for (let unit = 0; unit < 128; unit++) {
          if (hidden[unit]! > 0)
            expected += flat[cell]! * kernel1[cell * 128 + unit]! * kernel2[unit * 10 + score]!;
        }
        expect(amounts[cell]).toBeCloseTo(expected, 9);
      }
      const { top, rest } = splitSum(amounts, 5);
      const whole = top.reduce((sum, { amount }) => sum + amount, rest.amount) + biases;
      const logit = data('dense2/output')[score]!;
      expect(Math.abs(whole - logit)).toBeLessThan(1e-4);
      expect(Math.abs(total - logit)).toBeLessThan(1e-4);
    }
  });

  it('counts biases of the layers behind it: those of the seed record are zero, these are not', () => {
    const record = seedRecord();
    const bias1 = Float32Array.from({ length: 128 }, (_, unit) => 0.01 * (unit - 64));
    const bias2 = Float32Array.from({ length: 10 }, (_, score) => 0.1 * score);
    const data = (path: string): ArrayLike<number> => record.tensors[path]!.data;
    const layer = (
      input: ArrayLike<number>,
      kernel: ArrayLike<number>,
      bias: Float32Array,
      hasRelu: boolean,
    ): Float32Array =>
      bias.map((start, unit) => {
        let sum = start;
        for (let from = 0; from < input.length; from++)
          sum += input[from]! * kernel[from * bias.length + unit]!;
        return hasRelu ? Math.max(0, sum) : sum;
      });
    const hidden = layer(data('flatten/output'), data('dense1/kernel'), bias1, true);
    const logits = layer(hidden, data('dense2/kernel'), bias2, false);
    const tensors = {
      ...record.tensors,
      'dense1/bias': { shape: [128], data: bias1 },
      'dense1/output': { shape: [1, 128], data: hidden },
      'dense2/bias': { shape: [10], data: bias2 },
      'dense2/output': { shape: [1, 10], data: logits },
    };
    const trace = new Trace({ ...record, tensors });
    for (let score = 0; score < 10; score++) {
      const { total, biases } = split(trace, 7, score);
      expect(Math.abs(total - logits[score]!)).toBeLessThan(1e-4);
      expect(Math.abs(biases)).toBeGreaterThan(1e-3);
    }
  });
});

describe('splitSum', () => {
  it('names the largest sizes and adds up the others', () => {
    expect(splitSum([1, -5, 0.5, 3], 2)).toEqual({
      top: [
        { index: 1, amount: -5 },
        { index: 3, amount: 3 },
      ],
      rest: { count: 2, amount: 1.5 },
    });
    expect(splitSum([2], 5)).toEqual({ top: [{ index: 0, amount: 2 }], rest: { count: 0, amount: 0 } });
  });
  it('puts what is no number first: it is what a reader must see', () => {
    expect(splitSum([1, NaN, 9], 1).top[0]!.index).toBe(1);
  });
});

describe('cellAtIndex', () => {
  // (2 · 7 + 4) · 16 + 3 = 291
  it('undoes the index formula', () => {
    const stage = new Trace(seedRecord()).stages[5]!;
    expect(cellAtIndex(stage, 291)).toEqual({ row: 2, column: 4, unit: 3 });
    for (let index = 0; index < 784; index++)
      expect(cellIndex(stage, { stage: 5, ...cellAtIndex(stage, index) })).toBe(index);
  });
});

/** By hand on the small record; against sums that are added up here on one of the seed network's shape. */
import { describe, expect, it } from 'vitest';
import { seedRecord } from '../../../test/seed-record.js';
import { smallRecord } from '../../../test/small-record.js';
import { splitSum } from '../../trace/back-trace.js';
import { Trace } from '../../trace/trace.js';
import { denseSum, placeOf } from './dense-sum.js';
import type { DenseSum } from './dense-sum.js';

const sumOf = (trace: Trace, index: number, unit: number): DenseSum => {
  const answer = denseSum(trace, { index, unit });
  if ('missing' in answer) throw new Error(`${answer.missing} is missing.`);
  return answer;
};

describe('denseSum', () => {
  // 3 · 2 + 0.5 = 6.5
  it('is every product and the bias', () => {
    expect(sumOf(new Trace(smallRecord), 4, 0)).toMatchObject({
      weights: Float64Array.of(2),
      products: Float64Array.of(6),
      bias: 0.5,
      sum: 6.5,
      output: 6.5,
      agrees: true,
    });
  });

  it('equals the network’s number for every unit of a network of the seed network’s shape, and so does what is shown of it', () => {
    const record = seedRecord();
    const trace = new Trace(record);
    const data = (path: string): ArrayLike<number> => record.tensors[path]!.data;
    for (const [index, layer, before] of [
      [6, 'dense1', 'flatten'],
      [7, 'dense2', 'dense1'],
    ] as const) {
      const [inputs, kernel] = [data(`${before}/output`), data(`${layer}/kernel`)];
      const units = data(`${layer}/bias`).length;
      for (let unit = 0; unit < units; unit++) {
        const answer = sumOf(trace, index, unit);
        let expected = data(`${layer}/bias`)[unit]!;
        for (let input = 0; input < inputs.length; input++)
          expected += inputs[input]! * kernel[input * units + unit]!;
        expect(Math.abs(answer.sum - expected)).toBeLessThan(1e-9);
        const engine = data(`${layer}/output`)[unit]!;
        expect(Math.abs((layer === 'dense1' ? Math.max(0, answer.sum) : answer.sum) - engine)).toBeLessThan(
          1e-4,
        );
        const { top, rest } = splitSum(answer.products, 8);
        const shown = top.reduce((sum, { amount }) => sum + amount, rest.amount + answer.bias);
        expect(Math.abs(shown - answer.sum)).toBeLessThan(1e-9);
        expect(answer.agrees).toBe(true);
      }
    }
  });

  it('sees that weights and numbers are of different moments', () => {
    const record = seedRecord();
    const output = Float32Array.from(record.tensors['dense2/output']!.data, (value) => value + 0.01);
    const tensors = { ...record.tensors, 'dense2/output': { shape: [1, 10], data: output } };
    expect(sumOf(new Trace({ ...record, tensors }), 7, 3).agrees).toBe(false);
  });

  it('says what is missing', () => {
    for (const path of ['dense2/kernel', 'dense2/bias', 'dense1/output']) {
      const { [path]: _left, ...tensors } = seedRecord().tensors;
      expect(denseSum(new Trace({ ...seedRecord(), tensors }), { index: 7, unit: 0 })).toEqual({
        missing: path,
      });
    }
  });
});

describe('placeOf', () => {
  const trace = new Trace(seedRecord());
  it('is the strongest unit of the last dense layer unless told', () => {
    // Class 9 has the largest share.
    const { data } = seedRecord().tensors['probabilities']!;
    expect(placeOf(trace, undefined, undefined)).toEqual({ index: 7, unit: 9 });
    expect(Math.max(...data)).toBe(data[9]);
    expect(placeOf(trace, 'dense1', 37)).toEqual({ index: 6, unit: 37 });
  });
  it('names what there is not', () => {
    expect([
      placeOf(trace, 'conv1', 0),
      placeOf(trace, 'dense1', 128),
      placeOf(trace, 'dense1', 0.5),
    ]).toEqual(['noLayer', 'noUnit', 'noUnit']);
    const model = { ...seedRecord().model, layers: seedRecord().model.layers.slice(0, 4) };
    expect(placeOf(new Trace({ ...seedRecord(), model }), undefined, undefined)).toBe('noDense');
  });
});

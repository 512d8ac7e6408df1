import { describe, expect, it } from 'vitest';
import { seedSummary } from '../../test/seed-record.js';
import { smallRecord } from '../../test/small-record.js';
import { contributionsInto, joinOf } from './contributions.js';
import { explain } from './explain.js';
import { lookInside } from './look-inside.js';
import { stagesOf, tapsOf } from './stages.js';
import { ranking, Trace } from './trace.js';

const trace = new Trace(smallRecord);
const at = (stage: number, unit = 0, row = 0, column = 0) => explain(trace, { stage, unit, row, column });

describe('stagesOf', () => {
  it('makes one stage a tensor of the seed network', () => {
    const stages = stagesOf(seedSummary);
    expect(
      stages.map(({ kind, name, count, size }) => `${kind} ${name} ${count} of ${size.join('x')}`),
    ).toEqual([
      'image input 1 of 28x28',
      'maps conv1 8 of 28x28',
      'maps pool1 8 of 14x14',
      'maps conv2 16 of 14x14',
      'maps pool2 16 of 7x7',
      'strips flatten 16 of 7x7',
      'units dense1 128 of 1x1',
      'scores dense2 10 of 1x1',
    ]);
    expect(stages.map((_, index) => (index > 0 ? joinOf(stages, index) : ''))).toEqual([
      '',
      'kernels',
      'plain',
      'signed',
      'plain',
      'plain',
      'signed',
      'signed',
    ]);
  });

  it('shows pooled and flattened numbers on the scale of the layer that made them', () => {
    expect(stagesOf(seedSummary).map(({ scaleOf }) => scaleOf)).toEqual([0, 1, 1, 3, 3, 3, 6, 7]);
  });

  it('leaves out what changes nothing, and draws a softmax with its logits', () => {
    expect(trace.stages.map(({ name }) => name)).toEqual(['input', 'conv1', 'pool1', 'flatten', 'dense1']);
  });

  it('asks for every tensor and weight that it draws', () => {
    expect(tapsOf(smallRecord.model).map(({ path }) => path)).toEqual([
      'input',
      'conv1/output',
      'conv1/filter',
      'conv1/bias',
      'pool1/output',
      'flatten/output',
      'dense1/output',
      'dense1/kernel',
      'dense1/bias',
      'probabilities',
    ]);
  });

  it('looks at weights now and then, at large ones seldom', () => {
    const every = Object.fromEntries(tapsOf(seedSummary).map((tap) => [tap.path, tap.every ?? 1]));
    expect([every['conv1/output'], every['conv2/filter'], every['dense1/kernel']]).toEqual([1, 4, 16]);
  });
});

describe('Trace', () => {
  it('does not take a tensor of another length for a layer', () => {
    const wrong = new Trace({ ...smallRecord, tensors: { 'conv1/output': { shape: [1], data: [1] } } });
    expect([wrong.values(0), wrong.values(1), wrong.weight(1, 'filter'), wrong.probabilities]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
  it('ends a scale at the largest value of its layer', () => {
    expect(
      [trace.scale(0), trace.scale(1), trace.scale(2), trace.scale(4)].map(({ kind, limit }) => [
        kind,
        limit,
      ]),
    ).toEqual([
      ['pixel', 1],
      ['activation', 3],
      ['activation', 3],
      ['signed', 6.5],
    ]);
  });
  it('ranks classes by probability, what is no number last', () => {
    expect(ranking([0.2, NaN, 0.7, 0.1])).toEqual([2, 0, 3, 1]);
  });
});

describe('explain', () => {
  // By hand: see the record. Cell [1, 1]: 1 * 5 - 2 = 3.
  it('gives the sum of a convolution with its bias', () => {
    expect(at(1, 0, 1, 1)).toEqual({
      value: 3,
      origin: { kind: 'sum', terms: [{ from: 0, amount: 5 }], bias: -2, activation: 'relu', products: 4 },
    });
  });
  it('gives the candidates of a maximum', () => {
    expect(at(2)).toEqual({ value: 3, origin: { kind: 'maximum', of: [0, 0, 2, 3] } });
  });
  it('says where a flattened number was copied from', () => {
    expect(at(3)?.origin).toEqual({ kind: 'copy', stage: 2, row: 0, column: 0, unit: 0 });
  });
  // 3 * 2 + 0.5 = 6.5
  it('gives the sum of a class, and its probability', () => {
    expect(at(4, 0)?.origin).toEqual({
      kind: 'sum',
      terms: [{ from: 0, amount: 6 }],
      bias: 0.5,
      activation: 'linear',
      products: 1,
    });
    expect(at(4, 0)?.probability).toBeCloseTo(0.9999);
  });
  it('has no origin where a weight is not in the record', () => {
    const { 'conv1/filter': _left, ...tensors } = smallRecord.tensors;
    expect(
      explain(new Trace({ ...smallRecord, tensors }), { stage: 1, unit: 0, row: 0, column: 0 })?.origin,
    ).toBeUndefined();
  });
});

describe('contributionsInto', () => {
  it('is weight times activation for a dense layer', () => {
    expect(contributionsInto(trace, 4)).toEqual({
      from: 1,
      to: 2,
      values: Float32Array.of(6, -3),
      largest: 6,
    });
  });

  // By hand: cells [1, 2] and [3, 4] under weights [2, -1]: 0 and 2. Only the second is on: 3 * 2 and 4 * -1.
  it('is the mean over the cells that are on for a convolution of several maps', () => {
    const base = smallRecord.model.layers[0]!;
    const layers = [
      {
        ...base,
        inputShape: [1, 2, 2],
        outputShape: [1, 2, 1],
        config: { kernelSize: [1, 1], padding: 'valid', activation: 'relu' },
        weights: { filter: [1, 1, 2, 1] },
      },
    ];
    const tensors = {
      input: { shape: [1, 1, 2, 2], data: [1, 2, 3, 4] },
      'conv1/filter': { shape: [1, 1, 2, 1], data: [2, -1] },
      'conv1/output': { shape: [1, 1, 2, 1], data: [0, 2] },
    };
    const two = new Trace({
      ...smallRecord,
      model: { ...smallRecord.model, inputShape: [1, 2, 2], layers },
      tensors,
    });
    expect(contributionsInto(two, 1)).toEqual({ from: 2, to: 1, values: Float32Array.of(6, -4), largest: 6 });
  });

  // Two groups of one channel: map 1 sees channel 1 alone, and what it does not see adds nothing.
  it('keeps the groups of a grouped convolution apart', () => {
    const base = smallRecord.model.layers[0]!;
    const layers = [
      {
        ...base,
        inputShape: [1, 1, 2],
        outputShape: [1, 1, 2],
        config: { kernelSize: [1, 1], padding: 'valid', groups: 2 },
        weights: { filter: [1, 1, 1, 2] },
      },
    ];
    const tensors = {
      input: { shape: [1, 1, 1, 2], data: [5, 7] },
      'conv1/filter': { shape: [1, 1, 1, 2], data: [2, 3] },
      'conv1/output': { shape: [1, 1, 1, 2], data: [10, 21] },
    };
    const grouped = new Trace({
      ...smallRecord,
      model: { ...smallRecord.model, inputShape: [1, 1, 2], layers },
      tensors,
    });
    expect(contributionsInto(grouped, 1)?.values).toEqual(Float32Array.of(10, 0, 0, 21));
    expect(explain(grouped, { stage: 1, unit: 1, row: 0, column: 0 })?.origin).toMatchObject({
      terms: [{ from: 1, amount: 21 }],
    });
  });
});

describe('lookInside', () => {
  it('takes a map apart: what is added at every cell, the sums, the field', () => {
    const view = lookInside(trace, { stage: 1, unit: 0, row: 1, column: 0 })!;
    expect([...view.strands[0]!.added]).toEqual([1, 2, 4, 5]);
    expect([...view.sums!]).toEqual([-1, 0, 2, 3]);
    expect(view.field).toEqual({ top: 1, left: 0, bottom: 3, right: 2 });
  });
  it('has no sums for pooling, and sees the whole picture through it', () => {
    const view = lookInside(trace, { stage: 2, unit: 0, row: 0, column: 0 })!;
    expect([view.sums, view.strands.length]).toEqual([undefined, 0]);
    expect(view.field).toEqual({ top: 0, left: 0, bottom: 3, right: 3 });
  });
});

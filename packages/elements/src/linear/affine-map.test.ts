/** A network without bends against its own forward pass, in float64, and by hand. */
import { describe, expect, it } from 'vitest';
import { bentRecord, summaryWith } from '../../test/bent-record.js';
import type { Weights } from '../../test/bent-record.js';
import { seeded } from '../../test/seeded.js';
import { seedSummary } from '../../test/seed-record.js';
import { smallRecord } from '../../test/small-record.js';
import { Trace } from '../trace/trace.js';
import { affineMap, scoresOf } from './affine-map.js';

const random = seeded(7);
const numbers = (length: number, size = 1): Float64Array =>
  Float64Array.from({ length }, () => (random() * 2 - 1) * size);

const weights: Weights = Object.fromEntries(
  seedSummary.layers.flatMap(({ name, weights: shapes }) =>
    Object.entries(shapes).map(([part, shape]) => {
      const length = shape.reduce((product, size) => product * size, 1);
      return [`${name}/${part}`, numbers(length, Math.sqrt((3 * (shape.at(-1) ?? 1)) / length))];
    }),
  ),
);

const withoutBends = (record = smallRecord) => ({
  ...record,
  model: {
    ...record.model,
    layers: record.model.layers.map((layer) => ({
      ...layer,
      className: layer.className === 'MaxPooling2D' ? 'AveragePooling2D' : layer.className,
      config: { ...layer.config, ...('activation' in layer.config && { activation: 'linear' }) },
    })),
  },
});

describe('affineMap', () => {
  it('is the network of the seed network’s shape, for twenty images', () => {
    const map = affineMap(new Trace(bentRecord(numbers(784), weights)));
    let largest = 0;
    for (let image = 0; image < 20; image++) {
      const input = numbers(784);
      const scores = bentRecord(input, weights).tensors['dense2/output']!.data;
      scoresOf(map, input).forEach((score, index) => {
        largest = Math.max(largest, Math.abs(score - scores[index]!));
      });
      expect(Math.max(...Array.from(scores, Math.abs))).toBeGreaterThan(0.1);
    }
    expect(largest).toBeLessThan(1e-9);
  });

  it('is what a hand finds for a small network', () => {
    // conv: x - 2 at the top left cell of each window; mean of the four windows; then 2 · mean + 0.5 and -mean.
    const { templates, biases } = affineMap(new Trace(withoutBends()));
    expect(templates.map((template) => [...template])).toEqual([
      [0.5, 0.5, 0, 0.5, 0.5, 0, 0, 0, 0],
      [-0.25, -0.25, 0, -0.25, -0.25, 0, 0, 0, 0],
    ]);
    expect([...biases]).toEqual([2 * -2 + 0.5, 2]);
  });

  it('counts no padding in a mean', () => {
    // 3 × 3 in windows of 2, padded to 4 × 4: four windows of 4, 2, 2 and 1 cells, weighted 1, 10, 100, 1000.
    const layer = { parameterCount: 0, macs: 0, weights: {} };
    const record = {
      ...smallRecord,
      model: {
        ...smallRecord.model,
        layers: [
          {
            ...layer,
            name: 'pool',
            className: 'AveragePooling2D',
            config: { poolSize: [2, 2], strides: [2, 2], padding: 'same' },
            inputShape: [3, 3, 1],
            outputShape: [2, 2, 1],
          },
          {
            ...layer,
            name: 'flatten',
            className: 'Flatten',
            config: {},
            inputShape: [2, 2, 1],
            outputShape: [4],
          },
          {
            ...layer,
            name: 'dense',
            className: 'Dense',
            config: { units: 1, activation: 'linear' },
            inputShape: [4],
            outputShape: [1],
            weights: { kernel: [4, 1] },
          },
        ],
      },
      tensors: { 'dense/kernel': { shape: [4, 1], data: [1, 10, 100, 1000] } },
    };
    expect([...affineMap(new Trace(record)).templates[0]!]).toEqual([
      0.25, 0.25, 5, 0.25, 0.25, 5, 50, 50, 1000,
    ]);
  });

  it.each([
    [
      'maxima',
      summaryWith({ pooling: 'max' }),
      'affineMap: expected of pool1 the mean of each window, since the largest of some numbers is not linear in them, received MaxPooling2D. Set its pooling to average.',
    ],
    [
      'a function',
      summaryWith({ activation: 'tanh' }),
      'affineMap: expected of conv1 no function after its sums, received tanh. Set the activation of conv1 to linear.',
    ],
    [
      'a layer that it does not know',
      {
        ...summaryWith(),
        layers: summaryWith().layers.map((layer) =>
          layer.name === 'pool2' ? { ...layer, className: 'BatchNormalization' } : layer,
        ),
      },
      'affineMap: expected of pool2 Conv2D, AveragePooling2D, Flatten, Dense or Dropout, received BatchNormalization.',
    ],
  ])('refuses %s with a sentence', (_what, model, sentence) => {
    expect(() => affineMap(new Trace({ ...bentRecord(), model }))).toThrow(sentence);
  });

  it('refuses a record without weights', () => {
    const { 'conv2/bias': _left, ...tensors } = bentRecord().tensors;
    expect(() => affineMap(new Trace({ ...bentRecord(), tensors }))).toThrow(
      "affineMap: expected conv2/bias of its layer's shape in the record, received none.",
    );
  });
});

// A network of a few numbers, run here by plain loops in float64; gradients by finite differences.
import type { LayerSummary, ModelSummary } from '@convlens/types';
import { describe, expect, it } from 'vitest';
import { stagesOf } from '../trace/stages.js';
import { gradientTerms } from './gradient-terms.js';
import { adamUpdate, gradientOf, positionsOf, slopeAt, weightIndex } from './weight-step.js';
import type { LayerStep } from './weight-step.js';

const noise = (index: number, stream: number): number => {
  const value = Math.sin(index * 12.9898 + stream * 78.233) * 43758.5453;
  return 2 * (value - Math.floor(value)) - 1;
};
const random = (length: number, stream: number): Float64Array =>
  Float64Array.from({ length }, (_, index) => noise(index, stream));

const layer = (
  name: string,
  className: string,
  config: LayerSummary['config'],
  inputShape: number[],
  outputShape: number[],
  weights: Record<string, number[]> = {},
): LayerSummary => ({
  name,
  className,
  config,
  inputShape,
  outputShape,
  weights,
  macs: 0,
  parameterCount: 0,
});

/** Two images of 4 x 4 x 2 -> conv 3 x 3 same, 3 maps, tanh -> max-pool 2 -> flatten -> dense 2. */
const model: ModelSummary = {
  name: 'tiny',
  inputShape: [4, 4, 2],
  parameterCount: 0,
  macs: 0,
  classNames: ['a', 'b'],
  layers: [
    layer(
      'conv1',
      'Conv2D',
      { kernelSize: [3, 3], strides: [1, 1], padding: 'same', activation: 'tanh' },
      [4, 4, 2],
      [4, 4, 3],
      { filter: [3, 3, 2, 3] },
    ),
    layer(
      'pool1',
      'MaxPooling2D',
      { poolSize: [2, 2], strides: [2, 2], padding: 'valid' },
      [4, 4, 3],
      [2, 2, 3],
    ),
    layer('flatten', 'Flatten', {}, [2, 2, 3], [12]),
    layer('dense1', 'Dense', { units: 2, activation: 'linear' }, [12], [2], { kernel: [12, 2] }),
  ],
};
const stages = stagesOf(model);
const images = 2;
const labels = [0, 1];
const x = random(images * 32, 1);
const filter = random(54, 2);
const kernel = random(24, 3);

function convolve(weights: Float64Array): Float64Array {
  const y = new Float64Array(images * 48);
  for (let n = 0; n < images; n++)
    for (let row = 0; row < 4; row++)
      for (let column = 0; column < 4; column++)
        for (let f = 0; f < 3; f++) {
          let sum = 0;
          for (let ky = 0; ky < 3; ky++)
            for (let kx = 0; kx < 3; kx++)
              for (let c = 0; c < 2; c++) {
                const [inY, inX] = [row + ky - 1, column + kx - 1];
                if (inY < 0 || inY > 3 || inX < 0 || inX > 3) continue;
                sum += x[((n * 4 + inY) * 4 + inX) * 2 + c]! * weights[((ky * 3 + kx) * 2 + c) * 3 + f]!;
              }
          y[((n * 4 + row) * 4 + column) * 3 + f] = Math.tanh(sum);
        }
  return y;
}
const pool = (maps: Float64Array): Float64Array =>
  Float64Array.from({ length: images * 12 }, (_, place) => {
    const f = place % 3;
    const [n, row, column] = [Math.floor(place / 12), Math.floor(place / 6) % 2, Math.floor(place / 3) % 2];
    return Math.max(
      ...[0, 1].flatMap((dy) =>
        [0, 1].map((dx) => maps[((n * 4 + 2 * row + dy) * 4 + 2 * column + dx) * 3 + f]!),
      ),
    );
  });
const scores = (flat: Float64Array): Float64Array =>
  Float64Array.from({ length: images * 2 }, (_, place) => {
    let sum = 0;
    for (let i = 0; i < 12; i++) sum += flat[Math.floor(place / 2) * 12 + i]! * kernel[i * 2 + (place % 2)]!;
    return sum;
  });
function loss(logits: Float64Array): number {
  let sum = 0;
  for (let n = 0; n < images; n++) {
    const row = [...logits.subarray(n * 2, n * 2 + 2)];
    sum += Math.log(row.reduce((total, each) => total + Math.exp(each), 0)) - row[labels[n]!]!;
  }
  return sum / images;
}
/** Central differences with respect to every entry. */
function differences(values: Float64Array, f: (changed: Float64Array) => number): Float64Array {
  const step = 1e-5;
  return values.map((_, index) => {
    const at = (by: number): number => f(values.map((value, i) => (i === index ? value + by : value)));
    return (at(step) - at(-step)) / (2 * step);
  });
}

const maps = convolve(filter);
const pooled = pool(maps);
const logits = scores(pooled);
const dLogits = differences(logits, loss);
const dPooled = differences(pooled, (flat) => loss(scores(flat)));
const dMaps = differences(maps, (changed) => loss(scores(pool(changed))));
const step = (
  index: number,
  inputs: Float64Array,
  outputs: Float64Array,
  dOutputs: Float64Array,
): LayerStep => ({
  stage: stages[index]!,
  before: stages[index - 1]!,
  rows: images,
  inputs,
  outputs,
  dOutputs,
});
const conv = step(1, x, maps, dMaps);
const pooling = step(2, maps, pooled, dPooled);
const dense = { ...step(4, pooled, logits, dLogits), before: stages[2]! };

const total = (terms: readonly { readonly amount: number }[]): number =>
  terms.reduce((sum, { amount }) => sum + amount, 0);

describe('a weight’s gradient', () => {
  it('is the sum over images and positions: finite differences agree for every weight of the filter', () => {
    const truth = differences(filter, (weights) => loss(scores(pool(convolve(weights)))));
    for (let unit = 0; unit < 3; unit++)
      for (let from = 0; from < 2; from++)
        for (let row = 0; row < 3; row++)
          for (let column = 0; column < 3; column++) {
            const weight = { unit, from, row, column };
            const { sum, byImage } = gradientOf(conv, weight);
            expect(Math.abs(sum - truth[weightIndex(conv.stage, conv.before, weight)]!)).toBeLessThan(1e-8);
            expect(byImage[0]! + byImage[1]!).toBe(sum);
            expect(positionsOf(conv, weight, 1)).toHaveLength(16);
          }
  });
  it('is input times gradient for a dense layer', () => {
    const weight = { unit: 1, from: 5, row: 0, column: 0 };
    expect(gradientOf(dense, weight).sum).toBeCloseTo(
      pooled[5]! * dLogits[1]! + pooled[17]! * dLogits[3]!,
      14,
    );
  });
});

describe('a number’s gradient', () => {
  it('comes through a dense layer, unit by unit', () => {
    for (let place = 0; place < 24; place++) {
      const [image, cell] = [Math.floor(place / 12), place % 12];
      const address = {
        stage: 2,
        unit: cell % 3,
        row: Math.floor(cell / 6),
        column: Math.floor(cell / 3) % 2,
      };
      expect(total(gradientTerms(dense, kernel, address, image))).toBeCloseTo(dPooled[place]!, 9);
    }
  });
  it('comes through a pooling to the largest of each window alone', () => {
    for (let place = 0; place < 96; place++) {
      const [image, cell] = [Math.floor(place / 48), place % 48];
      const address = {
        stage: 1,
        unit: cell % 3,
        row: Math.floor(cell / 12),
        column: Math.floor(cell / 3) % 4,
      };
      expect(total(gradientTerms(pooling, undefined, address, image))).toBeCloseTo(dMaps[place]!, 9);
    }
  });
  it('comes through a convolution, map by map', () => {
    const dX = differences(x, (changed) => {
      const kept = x.slice();
      x.set(changed);
      const result = loss(scores(pool(convolve(filter))));
      x.set(kept);
      return result;
    });
    for (let place = 0; place < 64; place++) {
      const [image, cell] = [Math.floor(place / 32), place % 32];
      const address = {
        stage: 0,
        unit: cell % 2,
        row: Math.floor(cell / 8),
        column: Math.floor(cell / 2) % 4,
      };
      expect(total(gradientTerms(conv, filter, address, image))).toBeCloseTo(dX[place]!, 8);
    }
  });
});

describe('slopeAt', () => {
  it.each([
    ['relu', 0, 0],
    ['relu', 2, 1],
    ['leakyRelu', -0.4, 0.2],
    ['linear', -3, 1],
    ['sigmoid', 0.75, 0.1875],
    ['tanh', 0.5, 0.75],
  ] as const)('of %s where %f comes out is %f', (activation, output, slope) => {
    expect(slopeAt(activation, output)).toBe(slope);
  });
});

describe('adamUpdate', () => {
  const facts = {
    name: 'adam',
    learningRate: 0.01,
    update: 1,
    settings: { beta1: 0.9, beta2: 0.999, epsilon: 0 },
  };
  // The paper: a first step is of the learning rate, whatever the gradient.
  it('moves a weight by the learning rate at first', () => {
    expect(adamUpdate(1, 0.3, [0, 0], facts)!.weight).toBeCloseTo(0.99, 12);
    expect(adamUpdate(1, -50, [0, 0], facts)!.change).toBeCloseTo(0.01, 12);
  });
  it('knows no other rule', () => {
    expect(adamUpdate(1, 1, [0, 0], { ...facts, name: 'sgd' })).toBeUndefined();
  });
});

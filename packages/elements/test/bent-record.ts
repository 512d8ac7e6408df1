/**
 * Networks of the seed network's shape with other functions after their sums and other poolings, run by plain loops in float64.
 * What is said of linear networks is held against these loops.
 */
import { activationFunctions } from '@convlens/geometry';
import type { ActivationName, ActivationRecord, ModelSummary, RecordedTensor } from '@convlens/types';
import { digit, seedSummary, seedTensors } from './seed-record.js';

export type Weights = Readonly<Record<string, ArrayLike<number>>>;

export interface Bends {
  readonly activation?: ActivationName;
  readonly pooling?: 'max' | 'average';
}

/** The seed network with other functions and another pooling; the last layer's sums stay as they are. */
export const summaryWith = ({ activation = 'linear', pooling = 'average' }: Bends = {}): ModelSummary => ({
  ...seedSummary,
  layers: seedSummary.layers.map((layer) => {
    if (layer.className === 'MaxPooling2D')
      return { ...layer, className: pooling === 'max' ? layer.className : 'AveragePooling2D' };
    const isBent = layer.config['activation'] === 'relu';
    return isBent ? { ...layer, config: { ...layer.config, activation } } : layer;
  }),
});

export const seedWeights: Weights = Object.fromEntries(
  Object.entries(seedTensors(digit()))
    .filter(([path]) => /(filter|kernel|bias)$/.test(path))
    .map(([path, { data }]) => [path, data]),
);

/** Every number of such a network, from its input on; without functions and with averages unless told. */
export function bentTensors(
  input: ArrayLike<number>,
  weights: Weights,
  { activation = 'linear', pooling = 'average' }: Bends = {},
): Record<string, RecordedTensor> {
  const w = (path: string): ArrayLike<number> => weights[path]!;
  const f = activationFunctions[activation].value;
  const conv1 = convolve(input, 28, 1, w('conv1/filter'), w('conv1/bias'), 8).map(f);
  const pool1 = pool(conv1, 28, 8, pooling);
  const conv2 = convolve(pool1, 14, 8, w('conv2/filter'), w('conv2/bias'), 16).map(f);
  const pool2 = pool(conv2, 14, 16, pooling);
  const dense1 = dense(pool2, w('dense1/kernel'), w('dense1/bias'), 128).map(f);
  const dense2 = dense(dense1, w('dense2/kernel'), w('dense2/bias'), 10);
  const tensor = (shape: readonly number[], data: ArrayLike<number>): RecordedTensor => ({
    shape,
    data: Array.from(data),
  });
  return {
    input: tensor([1, 28, 28, 1], input),
    'conv1/output': tensor([1, 28, 28, 8], conv1),
    'pool1/output': tensor([1, 14, 14, 8], pool1),
    'conv2/output': tensor([1, 14, 14, 16], conv2),
    'pool2/output': tensor([1, 7, 7, 16], pool2),
    'flatten/output': tensor([1, 784], pool2),
    'dense1/output': tensor([1, 128], dense1),
    'dense2/output': tensor([1, 10], dense2),
    ...Object.fromEntries(
      seedSummary.layers.flatMap(({ name, weights: shapes }) =>
        Object.entries(shapes).map(([part, shape]) => [
          `${name}/${part}`,
          tensor(shape, w(`${name}/${part}`)),
        ]),
      ),
    ),
  };
}

export const bentRecord = (
  input: ArrayLike<number> = digit(),
  weights = seedWeights,
  bends: Bends = {},
): ActivationRecord => ({
  format: 'convlens.trace',
  version: 1,
  model: summaryWith(bends),
  tensors: bentTensors(input, weights, bends),
});

/** 5 × 5, the same size: a cell of the output looks two cells to every side, and finds nothing beyond the edge. */
function convolve(
  input: ArrayLike<number>,
  size: number,
  channels: number,
  filter: ArrayLike<number>,
  bias: ArrayLike<number>,
  filters: number,
): number[] {
  const output: number[] = [];
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++)
      for (let f = 0; f < filters; f++) {
        let sum = bias[f]!;
        for (let inY = Math.max(0, y - 2); inY <= Math.min(size - 1, y + 2); inY++)
          for (let inX = Math.max(0, x - 2); inX <= Math.min(size - 1, x + 2); inX++)
            for (let c = 0; c < channels; c++)
              sum +=
                input[(inY * size + inX) * channels + c]! *
                filter[(((inY - y + 2) * 5 + inX - x + 2) * channels + c) * filters + f]!;
        output.push(sum);
      }
  return output;
}

function pool(input: readonly number[], size: number, channels: number, kind: 'max' | 'average'): number[] {
  const output: number[] = [];
  for (let y = 0; y < size; y += 2)
    for (let x = 0; x < size; x += 2)
      for (let c = 0; c < channels; c++) {
        const at = (down: number, right: number): number =>
          input[((y + down) * size + x + right) * channels + c]!;
        const window = [at(0, 0), at(0, 1), at(1, 0), at(1, 1)];
        output.push(kind === 'max' ? Math.max(...window) : window.reduce((sum, value) => sum + value) / 4);
      }
  return output;
}

function dense(
  input: readonly number[],
  kernel: ArrayLike<number>,
  bias: ArrayLike<number>,
  units: number,
): number[] {
  return Array.from({ length: units }, (_, unit) =>
    input.reduce((sum, value, index) => sum + value * kernel[index * units + unit]!, bias[unit]!),
  );
}

/**
 * One moment of a network of the seed network's shape, computed here by plain loops: weights from a formula (none is trained), a
 * digit from a polyline. Stories and tests draw it; every number follows from the others as in a real network.
 */
import type {
  ActivationRecord,
  ImageBatch,
  LayerSummary,
  ModelSummary,
  RecordedTensor,
} from '@convlens/types';

/** `[0, 1)`, a function of its arguments alone. */
const noise = (index: number, stream: number): number => {
  const value = Math.sin(index * 12.9898 + stream * 78.233) * 43758.5453;
  return value - Math.floor(value);
};
const weights = (length: number, stream: number, size: number): Float32Array =>
  Float32Array.from({ length }, (_, index) => (noise(index, stream) * 2 - 1) * size);

const layer = (
  name: string,
  className: string,
  config: object,
  inputShape: number[],
  outputShape: number[],
  shapes: Record<string, number[]> = {},
  macs = 0,
): LayerSummary => ({
  name,
  className,
  config: config as LayerSummary['config'],
  inputShape,
  outputShape,
  weights: shapes,
  macs,
  parameterCount: Object.values(shapes).reduce((sum, shape) => sum + shape.reduce((a, b) => a * b, 1), 0),
});

export const seedSummary: ModelSummary = {
  name: 'seed-network',
  inputShape: [28, 28, 1],
  parameterCount: 105194,
  macs: 885632,
  classNames: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
  layers: [
    layer(
      'conv1',
      'Conv2D',
      { filters: 8, kernelSize: [5, 5], strides: [1, 1], padding: 'same', activation: 'relu' },
      [28, 28, 1],
      [28, 28, 8],
      { filter: [5, 5, 1, 8], bias: [8] },
      156800,
    ),
    layer(
      'pool1',
      'MaxPooling2D',
      { poolSize: [2, 2], strides: [2, 2], padding: 'valid' },
      [28, 28, 8],
      [14, 14, 8],
    ),
    layer(
      'conv2',
      'Conv2D',
      { filters: 16, kernelSize: [5, 5], strides: [1, 1], padding: 'same', activation: 'relu' },
      [14, 14, 8],
      [14, 14, 16],
      { filter: [5, 5, 8, 16], bias: [16] },
      627200,
    ),
    layer(
      'pool2',
      'MaxPooling2D',
      { poolSize: [2, 2], strides: [2, 2], padding: 'valid' },
      [14, 14, 16],
      [7, 7, 16],
    ),
    layer('flatten', 'Flatten', {}, [7, 7, 16], [784]),
    layer(
      'dense1',
      'Dense',
      { units: 128, activation: 'relu' },
      [784],
      [128],
      { kernel: [784, 128], bias: [128] },
      100352,
    ),
    layer(
      'dense2',
      'Dense',
      { units: 10, activation: 'linear' },
      [128],
      [10],
      { kernel: [128, 10], bias: [10] },
      1280,
    ),
  ],
};

/** A 5 as a polyline in a 28 x 28 picture, or the same moved by `shift` columns. */
export function digit(shift = 0): Float32Array {
  const points = [
    [18, 5],
    [9, 5],
    [9, 13],
    [14, 12],
    [18, 15],
    [18, 19],
    [14, 22],
    [8, 21],
  ].map(([x, y]) => [x! + shift, y!]);
  return Float32Array.from({ length: 784 }, (_, index) => {
    const [x, y] = [(index % 28) + 0.5, Math.floor(index / 28) + 0.5];
    let nearest = Infinity;
    for (let k = 1; k < points.length; k++) {
      const [ax, ay] = points[k - 1]! as [number, number];
      const [bx, by] = points[k]! as [number, number];
      const along = Math.max(
        0,
        Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2)),
      );
      nearest = Math.min(nearest, Math.hypot(x - ax - along * (bx - ax), y - ay - along * (by - ay)));
    }
    return Math.max(0, Math.min(1, 1.9 - nearest));
  });
}
export const digitImage = (shift = 0): ImageBatch => ({ shape: [1, 28, 28, 1], data: digit(shift) });

/** Edges at eight angles: what first layers tend to learn. */
const conv1Filter = Float32Array.from({ length: 200 }, (_, index) => {
  const filter = index % 8;
  const [x, y] = [(Math.floor(index / 8) % 5) - 2, Math.floor(index / 40) - 2];
  const along = x * Math.cos((filter * Math.PI) / 4) + y * Math.sin((filter * Math.PI) / 4);
  return 0.3 * Math.sin(along) * Math.exp(-(x * x + y * y) / 6) + 0.06 * (noise(index, 1) - 0.4);
});

export function seedTensors(input: Float32Array): Record<string, RecordedTensor> {
  const filter2 = weights(3200, 2, 0.2);
  const kernel1 = weights(784 * 128, 3, 0.09);
  const kernel2 = weights(1280, 4, 0.28);
  const bias1 = weights(8, 5, 0.02);
  const bias2 = weights(16, 6, 0.05);
  const conv1 = convolve(input, 28, 1, conv1Filter, bias1, 8);
  const pool1 = pool(conv1, 28, 8);
  const conv2 = convolve(pool1, 14, 8, filter2, bias2, 16);
  const pool2 = pool(conv2, 14, 16);
  const dense1 = dense(pool2, kernel1, 128).map((value) => Math.max(0, value));
  const dense2 = dense(dense1, kernel2, 10);
  const largest = Math.max(...dense2);
  const powers = dense2.map((value) => Math.exp(value - largest));
  const sum = powers.reduce((total, value) => total + value, 0);
  const tensor = (shape: number[], data: Float32Array): RecordedTensor => ({ shape, data });
  return {
    input: tensor([1, 28, 28, 1], input),
    'conv1/output': tensor([1, 28, 28, 8], conv1),
    'conv1/filter': tensor([5, 5, 1, 8], conv1Filter),
    'conv1/bias': tensor([8], bias1),
    'pool1/output': tensor([1, 14, 14, 8], pool1),
    'conv2/output': tensor([1, 14, 14, 16], conv2),
    'conv2/filter': tensor([5, 5, 8, 16], filter2),
    'conv2/bias': tensor([16], bias2),
    'pool2/output': tensor([1, 7, 7, 16], pool2),
    'flatten/output': tensor([1, 784], pool2),
    'dense1/output': tensor([1, 128], dense1),
    'dense1/kernel': tensor([784, 128], kernel1),
    'dense1/bias': tensor([128], new Float32Array(128)),
    'dense2/output': tensor([1, 10], dense2),
    'dense2/kernel': tensor([128, 10], kernel2),
    'dense2/bias': tensor([10], new Float32Array(10)),
    probabilities: tensor(
      [1, 10],
      powers.map((value) => value / sum),
    ),
  };
}

export const seedRecord = (input = digit()): ActivationRecord => ({
  format: 'convlens.trace',
  version: 1,
  model: seedSummary,
  tensors: seedTensors(input),
});

function convolve(
  input: Float32Array,
  size: number,
  channels: number,
  filter: Float32Array,
  bias: Float32Array,
  filters: number,
): Float32Array {
  const output = new Float32Array(size * size * filters);
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++)
      for (let f = 0; f < filters; f++) {
        let sum = bias[f]!;
        for (let ky = Math.max(0, 2 - y); ky < 5 && y + ky - 2 < size; ky++)
          for (let kx = Math.max(0, 2 - x); kx < 5 && x + kx - 2 < size; kx++)
            for (let c = 0; c < channels; c++)
              sum +=
                input[((y + ky - 2) * size + x + kx - 2) * channels + c]! *
                filter[((ky * 5 + kx) * channels + c) * filters + f]!;
        output[(y * size + x) * filters + f] = Math.max(0, sum);
      }
  return output;
}

function pool(input: Float32Array, size: number, channels: number): Float32Array {
  const half = size / 2;
  return Float32Array.from({ length: half * half * channels }, (_, index) => {
    const channel = index % channels;
    const cell = Math.floor(index / channels);
    const corner = (Math.floor(cell / half) * 2 * size + (cell % half) * 2) * channels + channel;
    return Math.max(
      input[corner]!,
      input[corner + channels]!,
      input[corner + size * channels]!,
      input[corner + (size + 1) * channels]!,
    );
  });
}

function dense(input: Float32Array, kernel: Float32Array, units: number): Float32Array {
  return Float32Array.from({ length: units }, (_, unit) => {
    let sum = 0;
    for (let i = 0; i < input.length; i++) sum += input[i]! * kernel[i * units + unit]!;
    return sum;
  });
}

import { Runtime } from '@convlens/tensor-core';
import { reference } from '@convlens/tensor-core/reference';
import { cpu } from '@convlens/backend-cpu';
import { randomKey, uniformAt } from '@convlens/random';
import { describe, expect, it } from 'vitest';
import {
  AveragePooling2D,
  Conv2D,
  Dense,
  Dropout,
  Flatten,
  formatSummary,
  InputLayer,
  MaxPooling2D,
  ReLU,
  seedNetwork,
  Sequential,
  Softmax,
} from '../src/index.js';
import type { Layer } from '../src/index.js';

const images = (shape: readonly number[], seed = 1) => ({
  shape,
  data: Float32Array.from({ length: shape.reduce((product, size) => product * size, 1) }, (_, i) =>
    uniformAt(randomKey(seed), i),
  ),
});

/** A layer alone: output shape and number of parameters as Keras documents them, and a pass that keeps to them. */
const table: readonly (readonly [
  name: string,
  layer: Layer,
  input: readonly number[],
  output: readonly number[],
  parameters: number,
])[] = [
  ['Conv2D valid', new Conv2D({ filters: 4, kernelSize: 3 }), [8, 9, 2], [6, 7, 4], 3 * 3 * 2 * 4 + 4],
  [
    'Conv2D same, strides',
    new Conv2D({ filters: 3, kernelSize: [5, 2], strides: 2, padding: 'same' }),
    [7, 8, 1],
    [4, 4, 3],
    5 * 2 * 3 + 3,
  ],
  [
    'Conv2D dilated, no bias',
    new Conv2D({ filters: 2, kernelSize: 3, dilationRate: 2, useBias: false }),
    [7, 7, 1],
    [3, 3, 2],
    18,
  ],
  ['Conv2D in groups', new Conv2D({ filters: 6, kernelSize: 1, groups: 2 }), [4, 4, 4], [4, 4, 6], 2 * 6 + 6],
  ['MaxPooling2D', new MaxPooling2D({ poolSize: 2 }), [7, 6, 3], [3, 3, 3], 0],
  [
    'MaxPooling2D overlapping',
    new MaxPooling2D({ poolSize: 3, strides: 1, padding: 'same' }),
    [5, 5, 2],
    [5, 5, 2],
    0,
  ],
  [
    'AveragePooling2D',
    new AveragePooling2D({ poolSize: 3, strides: 2, padding: 'same' }),
    [5, 6, 2],
    [3, 3, 2],
    0,
  ],
  ['Flatten', new Flatten(), [3, 4, 2], [24], 0],
  ['Dense', new Dense({ units: 7, activation: 'relu' }), [5], [7], 42],
  ['ReLU', new ReLU(), [3, 3, 1], [3, 3, 1], 0],
  ['Softmax', new Softmax(), [4], [4], 0],
  ['Dropout', new Dropout({ rate: 0.5 }), [4], [4], 0],
];

describe.each(table)('%s', (_, layer, input, output, parameters) => {
  it('has the shapes and parameters that it says', async () => {
    const model = new Sequential({ inputShape: input, layers: [layer] });
    expect(model.summary()).toMatchObject({
      parameterCount: parameters,
      layers: [{ inputShape: input, outputShape: output }],
    });
    model.build(new Runtime(reference()), { seed: 1 });
    expect((await model.predict(images([2, ...input]))).output.shape).toEqual([2, ...output]);
  });
});

describe('layers compute', () => {
  it('what arithmetic by hand gives', async () => {
    const model = new Sequential({
      inputShape: [2, 2, 1],
      layers: [
        new Conv2D({ name: 'c', filters: 1, kernelSize: 2, activation: 'relu' }),
        new Flatten(),
        new Dense({ name: 'd', units: 2 }),
      ],
    });
    model.build(new Runtime(reference()));
    const one = (shape: readonly number[], ...values: number[]) => ({
      shape,
      dtype: 'float32' as const,
      data: Float32Array.from(values),
    });
    model.setWeights({
      'c/filter': one([2, 2, 1, 1], 1, 2, 3, 4),
      'c/bias': one([1], -1),
      'd/kernel': one([1, 2], 1, -1),
      'd/bias': one([2], 0, 5),
    });
    // 1 + 4 + 9 + 16 - 1 = 29, then 29 and -29 + 5.
    const { output, outputs } = await model.predict(
      { shape: [1, 2, 2, 1], data: Float32Array.of(1, 2, 3, 4) },
      { outputs: ['c'] },
    );
    expect([...outputs['c']!.data, ...output.data]).toEqual([29, 29, -24]);
  });
  it('bytes as shares of 255', async () => {
    const model = new Sequential({ inputShape: [1, 1, 1], layers: [new ReLU()] });
    model.build(new Runtime(reference()));
    expect(
      (await model.predict({ shape: [1, 1, 1, 1], data: Uint8Array.of(51) })).output.data[0],
    ).toBeCloseTo(0.2, 7);
  });
  it('dropout in training only', async () => {
    const model = new Sequential({ inputShape: [100], layers: [new Dropout({ rate: 0.5 })] });
    const runtime = new Runtime(reference());
    model.build(runtime);
    const x = runtime.tensor(new Float32Array(100).fill(1), [1, 100]);
    expect(new Set(await model.call(x).read())).toEqual(new Set([1]));
    expect(new Set(await model.call(x, { training: true, step: 1 }).read())).toEqual(new Set([0, 2]));
  });
});

describe('the seed network', () => {
  it('has the 105,194 parameters of its description', () => {
    const { parameterCount, layers } = seedNetwork().summary();
    expect(parameterCount).toBe(105_194);
    expect(layers.map(({ name, outputShape, parameterCount: count }) => [name, outputShape, count])).toEqual([
      ['conv1', [28, 28, 8], 208],
      ['pool1', [14, 14, 8], 0],
      ['conv2', [14, 14, 16], 3216],
      ['pool2', [7, 7, 16], 0],
      ['flatten', [784], 0],
      ['dense1', [128], 100_480],
      ['dense2', [10], 1290],
    ]);
  });
  it('is told as text', () => {
    const text = formatSummary(seedNetwork().summary());
    expect(text).toMatch(/conv1 \(Conv2D\) +\[28, 28, 8\] +208 +156,800/);
    expect(text).toMatch(/total +105,194 +885,/);
  });
  it('gives probabilities that add up to 1, the same watched and unwatched', async () => {
    const model = seedNetwork().build(new Runtime(await cpu()), { seed: 1 });
    const x = images([3, 28, 28, 1]);
    const { probabilities } = await model.predict(x);
    const sums = [0, 1, 2].map((row) =>
      probabilities!.data.slice(row * 10, row * 10 + 10).reduce((sum, share) => sum + share, 0),
    );
    for (const sum of sums) expect(sum).toBeCloseTo(1, 5);
    const seen = await model.forward(x, {
      paths: ['probabilities', 'conv1/preactivation', 'conv1/output', 'dense1/preactivation', 'conv2/filter'],
    });
    expect(seen['probabilities']!.data).toEqual(probabilities!.data);
    expect(seen['conv1/output']!.data).toEqual(
      seen['conv1/preactivation']!.data.map((value) => (value < 0 ? 0 : value)),
    );
  });
});

describe('seeds', () => {
  const filter = async (seed?: number): Promise<string> => {
    const model = seedNetwork().build(new Runtime(reference()), seed === undefined ? {} : { seed });
    return String((await model.getWeights())['conv1/filter']!.data);
  };
  it('decide the weights', async () => {
    expect(await filter(7)).toBe(await filter(7));
    expect(await filter(7)).not.toBe(await filter(8));
    expect(await filter()).not.toBe(await filter());
  });
  it('keep Glorot weights inside their limit and spread over it', async () => {
    const model = seedNetwork().build(new Runtime(reference()), { seed: 1 });
    const data = [...(await model.getWeights())['dense1/kernel']!.data];
    const limit = Math.sqrt(6 / (784 + 128));
    const variance = data.reduce((sum, value) => sum + value * value, 0) / data.length;
    expect(Math.max(...data)).toBeLessThanOrEqual(limit);
    // A uniform distribution in ±limit has variance limit² / 3.
    expect(variance / (limit ** 2 / 3)).toBeCloseTo(1, 1);
  });
});

describe('errors name the layer, what it expected, what it received, and what to do', () => {
  const conv = (options = {}) => new Conv2D({ filters: 2, kernelSize: 3, ...options });
  const build =
    (inputShape: readonly number[], ...layers: Layer[]) =>
    () =>
      new Sequential({ inputShape, layers });
  it.each<readonly [string, () => unknown, string]>([
    [
      'LAYER_SHAPE',
      build([28, 28], conv()),
      'conv2d: expected an input of shape [height, width, channels], received [28, 28]. Put Conv2D before Flatten, and give images a channel axis.',
    ],
    [
      'LAYER_SHAPE',
      build([2, 8, 1], conv()),
      'conv2d: expected height + padding to hold one window of 3 (size 3, dilation 1), received 2 + 0 = 2. Add at least 1 to the padding, or use a smaller window.',
    ],
    [
      'LAYER_SHAPE',
      build([8, 8, 3], conv({ groups: 2 })),
      'conv2d: expected an input of channels that 2 groups divide, received [8, 8, 3]. Change groups, or the filters of the layer before.',
    ],
    [
      'INVALID_CONFIG',
      () => conv({ kernel_size: 3 }),
      'Conv2D: expected no option but filters, kernelSize, strides, padding, dilationRate, groups, activation, useBias, kernelInitializer, name, received "kernel_size". Correct its spelling or leave it out.',
    ],
    [
      'INVALID_CONFIG',
      () => new Dense({ units: 0 }),
      'Dense: expected units to be a whole number of 1 or more, received 0. Correct it.',
    ],
    [
      'DUPLICATE_NAME',
      build([8, 8, 1], conv({ name: 'a' }), conv({ name: 'a' })),
      'Sequential: expected layer names to be unique, received "a" for layers 0 and 1. Give one of them another name.',
    ],
    [
      'NO_INPUT_SHAPE',
      () => new Sequential({ layers: [conv()] }).summary(),
      'sequential: expected to know the shape of one input, received none. Pass inputShape: [28, 28, 1] to the model or to build, or put InputLayer first.',
    ],
    [
      'NOT_BUILT',
      () => seedNetwork().parameters,
      'seed-network: expected to be built before parameters, received a model without weights. Call model.build(runtime, { seed: 1 }).',
    ],
  ])('%s %#', (code, call, message) => {
    let caught: unknown;
    try {
      call();
    } catch (error) {
      caught = error;
    }
    expect(caught).toMatchObject({ code, message });
  });
  it('refuse images and weights that do not fit, and change nothing', async () => {
    const model = seedNetwork().build(new Runtime(reference()), { seed: 1 });
    await expect(model.predict(images([1, 24, 24, 1]))).rejects.toMatchObject({
      message:
        'seed-network: expected images of [batch, 28, 28, 1], received [1, 24, 24, 1]. Resize them, or build the model for this inputShape.',
    });
    const before = await model.getWeights();
    expect(() => model.setWeights({ ...before, 'conv1/bias': before['dense2/bias']! })).toThrow(
      'expected conv1/bias of [8], received [10]',
    );
    expect(await model.getWeights()).toEqual(before);
  });
  it('an input layer says the shape too', () => {
    const model = new Sequential({ layers: [new InputLayer({ shape: [4, 4, 1] }), conv()] });
    expect(model.outputShape).toEqual([2, 2, 2]);
  });
});

describe('replaceLayer', () => {
  it('swaps a pooling and an activation under the same names and weights', async () => {
    const model = seedNetwork().build(new Runtime(reference()), { seed: 1 });
    const image = images([1, 28, 28, 1]);
    const before = await model.getWeights();
    const { outputs: plain } = await model.predict(image, { outputs: ['conv1'] });
    model.replaceLayer('pool1', new AveragePooling2D({ poolSize: 2 }));
    model.replaceLayer(
      'conv1',
      new Conv2D({ filters: 8, kernelSize: 5, padding: 'same', activation: 'tanh' }),
    );
    expect(
      model
        .summary()
        .layers.map(({ name, className }) => `${name} ${className}`)
        .slice(0, 2),
    ).toEqual(['conv1 Conv2D', 'pool1 AveragePooling2D']);
    expect(await model.getWeights()).toEqual(before);
    const { outputs } = await model.predict(image, { outputs: ['conv1', 'pool1'] });
    const [maps, means] = [outputs['conv1']!.data, outputs['pool1']!.data];
    // What ReLU let through is the sum itself, and tanh of it is what now comes out.
    plain['conv1']!.data.forEach((value, i) => {
      if (value > 0) expect(maps[i]).toBeCloseTo(Math.tanh(value), 5);
    });
    const corner = [0, 8, 28 * 8, 29 * 8].reduce((sum, place) => sum + maps[place]!, 0) / 4;
    expect(means[0]).toBeCloseTo(corner, 6);
  });
  it('refuses what would change a shape, and names that are not there', () => {
    const model = seedNetwork();
    expect(() => model.replaceLayer('conv1', new Conv2D({ filters: 9, kernelSize: 5 }))).toThrow(
      expect.objectContaining({ code: 'LAYER_MISMATCH' }) as Error,
    );
    expect(() => model.replaceLayer('conv9', new Flatten())).toThrow(
      expect.objectContaining({ code: 'UNKNOWN_NAME' }) as Error,
    );
    expect(model.summary().layers[0]!.outputShape).toEqual([28, 28, 8]);
  });
});

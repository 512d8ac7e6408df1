// Every fast kernel against the reference in float64, on seeded shapes whose sizes leave remainders everywhere.
import * as core from '@convlens/tensor-core';
import { Runtime } from '@convlens/tensor-core';
import type { Tensor } from '@convlens/tensor-core';
import { reference } from '@convlens/tensor-core/reference';
import { assertWithin, reductionTolerance } from '@convlens/tensor-core/testing';
import { fillUniform, permutation, randomKey, uniformAt } from '@convlens/random';
import { describe, expect, it } from 'vitest';
import { cpu } from '../src/index.js';

const fast = new Runtime(await cpu());
const exact = new Runtime(reference());

const sizeOf = (shape: readonly number[]): number => shape.reduce((product, size) => product * size, 1);

/** The same seeded values on both, float32 here and float64 there. */
function pair(seed: number, name: string, shape: readonly number[]): readonly [Tensor, Tensor] {
  const values = fillUniform(new Float32Array(sizeOf(shape)), randomKey(seed, name), -1, 1);
  return [
    fast.tensor(values, shape, { requiresGrad: true }),
    exact.tensor(Float64Array.from(values), shape, { requiresGrad: true }),
  ];
}

/** Compares y and the gradients of all inputs; the allowance is that of a sum of `length` products of magnitude up to 1. */
async function compare(
  f: (...inputs: Tensor[]) => Tensor,
  inputs: readonly (readonly [Tensor, Tensor])[],
  length: number,
): Promise<void> {
  const [mine, truth] = [f(...inputs.map(([a]) => a)), f(...inputs.map(([, b]) => b))];
  expect(mine.shape).toEqual(truth.shape);
  // A gradient may sum over all outputs; S, the sum of magnitudes, is at most the number of its terms.
  const allowed = (terms: number) => () => reductionTolerance(terms, terms);
  assertWithin('y', await mine.read(), await truth.read(), allowed(length));
  const [gradients, truths] = [
    core.gradients(
      mine,
      inputs.map(([a]) => a),
    ),
    core.gradients(
      truth,
      inputs.map(([, b]) => b),
    ),
  ];
  for (const [i, gradient] of gradients.entries()) {
    assertWithin(
      `gradient ${i}`,
      await gradient.read(),
      await truths[i]!.read(),
      allowed(Math.max(length, sizeOf(mine.shape))),
    );
  }
}

describe('convolutions', () => {
  const pick = (seed: number, name: string, least: number, most: number): number =>
    least + Math.floor(uniformAt(randomKey(seed, name), 0) * (most - least + 1));
  it.each(Array.from({ length: 60 }, (_, seed) => seed))('seeded settings %i', async (seed) => {
    const groups = pick(seed, 'groups', 1, 3);
    const [channels, filters] = [
      groups * pick(seed, 'channels', 1, 5),
      groups * pick(seed, 'filters', 1, 11),
    ];
    const window = [pick(seed, 'kh', 1, 5), pick(seed, 'kw', 1, 5)] as const;
    const dilations = [pick(seed, 'dh', 1, 2), pick(seed, 'dw', 1, 2)] as const;
    const strides = [pick(seed, 'sh', 1, 3), pick(seed, 'sw', 1, 3)] as const;
    const [height, width] = [
      (window[0] - 1) * dilations[0] + pick(seed, 'h', 1, 7),
      (window[1] - 1) * dilations[1] + pick(seed, 'w', 1, 7),
    ];
    const paddings = ['same', 'valid', 1, { top: 0, bottom: 2, left: 1, right: 0 }] as const;
    const options = { strides, dilations, groups, padding: paddings[pick(seed, 'padding', 0, 3)]! };
    const x = pair(seed, 'x', [pick(seed, 'batch', 1, 3), height, width, channels]);
    const filter = pair(seed, 'filter', [...window, channels / groups, filters]);
    await compare(
      (a, b) => core.conv2d(a!, b!, options),
      [x, filter],
      (window[0] * window[1] * channels) / groups,
    );
  });
  it.each([16, 32, 48])(
    'whose sums end exactly where they are put away: %i channels of 8 cells',
    async (channels) => {
      const inputs = [pair(1, 'x', [1, 3, 9, channels]), pair(1, 'filter', [2, 4, channels, 9])];
      await compare((a, b) => core.conv2d(a!, b!), inputs, 8 * channels);
    },
  );
});

describe('matrix products', () => {
  it.each([
    [1, 1, 1],
    [3, 128, 10],
    [5, 127, 9],
    [4, 129, 8],
    [7, 256, 3],
    [2, 300, 17],
    [64, 784, 12],
  ])('%i x %i x %i', async (rows, inner, columns) => {
    const [a, b, bias] = [
      pair(2, 'a', [rows, inner]),
      pair(2, 'b', [inner, columns]),
      pair(2, 'bias', [columns]),
    ];
    await compare((x, y) => core.matMul(x!, y!), [a, b], inner);
    await compare((x, y, z) => core.matMulBias(x!, y!, z!), [a, b, bias], inner + 1);
  });
});

describe('pooling, sums and elementwise kernels', () => {
  it.each([1, 3, 4, 6, 9])('of %i channels', async (channels) => {
    const shape = [2, 7, 6, channels];
    // All values differ, so that no tie is decided by rounding.
    const values = Float32Array.from(
      permutation(sizeOf(shape), randomKey(channels)),
      (value) => (2 * value) / sizeOf(shape) - 1,
    );
    const x = [
      fast.tensor(values, shape, { requiresGrad: true }),
      exact.tensor(Float64Array.from(values), shape, { requiresGrad: true }),
    ] as const;
    await compare((a) => core.maxPool2d(a!, { windowSize: 2 }), [x], 4);
    await compare(
      (a) => core.maxPool2d(a!, { windowSize: 3, strides: [1, 2], padding: 'same', dilations: [2, 1] }),
      [x],
      9,
    );
    await compare((a) => core.relu(a!), [x], 1);
    const bias = pair(3, 'bias', [channels]);
    await compare((a, b) => core.add(a!, b!), [x, bias], 1);
    await compare((a, b) => core.multiply(core.subtract(a!, b!), a!), [x, x], 64);
    await compare((a) => core.multiply(a!, -1.75), [x], 1);
    await compare((a) => core.concat([a!, core.square(a!), a!], { axis: 2 }), [x], 3);
    await compare((a, b) => core.concat([b!, core.mean(a!, { axes: [0, 1, 2] })]), [x, bias], 84);
    await compare((a) => core.broadcastTo(core.sum(a!), [3, 7]), [x], 84);
    await compare((a) => core.sum(a!, { axes: [0, 1, 2] }), [x], 84);
    await compare((a) => core.mean(a!), [x], 84);
  });
  it('2^24 ones add up to 2^24, and a large term swallows no small ones', async () => {
    const ones = core.fill(fast, [2 ** 24], 1);
    expect([...(await core.sum(ones).read())]).toEqual([2 ** 24]);
    const mixed = fast.tensor(
      Float32Array.from({ length: 257 }, (_, i) => (i === 0 ? 2 ** 24 : 1)),
      [257],
    );
    expect([...(await core.sum(mixed).read())]).toEqual([2 ** 24 + 256]);
  });
  it('NaN is passed on, and the first of equal maxima gets the gradient', async () => {
    const x = fast.tensor(Float32Array.of(3, 3, NaN, 1, 3, 3, 2, NaN), [1, 2, 4, 1], { requiresGrad: true });
    const y = core.maxPool2d(x, { windowSize: 2 });
    expect([...(await y.read())]).toEqual([3, NaN]);
    expect([...(await core.gradients(y, [x])[0]!.read())]).toEqual([1, 0, 1, 0, 0, 0, 0, 0]);
    expect([...(await core.relu(fast.tensor(Float32Array.of(NaN, -1), [2])).read())]).toEqual([NaN, 0]);
  });
});

describe('losses and optimizers', () => {
  it.each([0, 0.1])('cross-entropy with smoothing %d', async (labelSmoothing) => {
    const labels = Int32Array.of(3, 0, 6);
    await compare(
      (logits) => core.softmaxCrossEntropy(logits!, logits!.runtime.tensor(labels, [3]), { labelSmoothing }),
      [pair(4, 'logits', [3, 7])],
      7,
    );
    await compare((logits) => core.softmax(logits!), [pair(5, 'logits', [3, 7])], 7);
  });
  it('a label that is no class is refused with the numbers', () => {
    expect(() =>
      core.softmaxCrossEntropy(core.fill(fast, [1, 3], 0), fast.tensor(Int32Array.of(3), [1])),
    ).toThrow(
      'softmaxCrossEntropy: expected labels from 0 to 2 for 3 classes, received 3. Count classes from 0.',
    );
  });
  it('steps agree with the reference', async () => {
    const run = async (runtime: Runtime): Promise<number[]> => {
      const make = (name: string): Tensor => {
        const values = fillUniform(new Float32Array(7), randomKey(6, name), 0.1, 1);
        return runtime.tensor(runtime === exact ? Float64Array.from(values) : values, [7]);
      };
      const [w, g, m, v] = [make('w'), make('g'), make('m'), make('v')];
      core.sgdStep(w, g, { learningRate: 0.1 });
      core.momentumStep(w, g, m, { learningRate: 0.1, momentum: 0.9, nesterov: true });
      core.momentumStep(w, g, m, { learningRate: 0.1, momentum: 0.9, nesterov: false });
      core.adamStep(w, g, m, v, { learningRate: 0.01, beta1: 0.9, beta2: 0.999, epsilon: 1e-7 });
      return [...(await w.read()), ...(await m.read()), ...(await v.read())];
    };
    assertWithin(
      'weights and state',
      await run(fast),
      await run(exact),
      (value) => 1e-6 + 1e-5 * Math.abs(value),
    );
  });
});

describe('fused kernels', () => {
  it('give the bits of the kernels that they are made of', async () => {
    const [x] = pair(7, 'x', [2, 9, 7, 3]);
    const [filter] = pair(7, 'filter', [3, 3, 3, 10]);
    const [bias] = pair(7, 'bias', [10]);
    const fused = core.conv2dBias(x, filter, bias, { padding: 'same', activation: 'relu' });
    const single = core.relu(core.add(core.conv2d(x, filter, { padding: 'same' }), bias));
    expect(await fused.read()).toEqual(await single.read());
    const [a] = pair(8, 'a', [5, 200]);
    const [b] = pair(8, 'b', [200, 10]);
    expect(await core.matMulBias(a, b, bias, { activation: 'relu' }).read()).toEqual(
      await core.relu(core.add(core.matMul(a, b), bias)).read(),
    );
  });
});

describe('the report', () => {
  it('says which kernels ran how', async () => {
    const runtime = new Runtime(await cpu());
    const x = core.fill(runtime, [2, 3], 1);
    core.add(x, x);
    core.add(x, core.fill(runtime, [2, 1], 1));
    core.exp(x);
    expect(runtime.report().kernels).toEqual({
      fill: { by: 'wasm-simd', calls: 2 },
      add: { by: 'wasm-simd (1), reference (1)', calls: 2 },
      exp: { by: 'reference', calls: 1 },
    });
  });
  it('says why WebAssembly does not run, and gives the same results without it', async () => {
    const backend = await cpu({ wasm: false });
    expect([backend.refused, backend.memoryBytes]).toEqual(['wasm: false was asked for', 0]);
    const runtime = new Runtime(backend);
    expect([...(await core.relu(core.fill(runtime, [2], -1)).read())]).toEqual([0, 0]);
    expect(runtime.report().kernels['relu']).toEqual({ by: 'reference', calls: 1 });
    expect(() => runtime.tensor(new Float64Array(1), [1])).toThrow('float64 runs on the reference backend');
  });
});

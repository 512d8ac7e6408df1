import { cpu } from '@convlens/backend-cpu';
import { permutation, randomKey, uniformAt } from '@convlens/random';
import { Runtime } from '@convlens/tensor-core';
import { describe, expect, it } from 'vitest';
import { denseNetwork, fromSafetensors, seedNetwork, toSafetensors } from '../src/index.js';

describe('the dense network', () => {
  it('has the parameters of hand arithmetic, 0.23 % fewer than the seed network', () => {
    const { parameterCount, layers } = denseNetwork().summary();
    expect(layers.map(({ name, outputShape, parameterCount: count }) => [name, outputShape, count])).toEqual([
      ['flatten', [784], 0],
      ['dense1', [132], 784 * 132 + 132],
      ['dense2', [10], 132 * 10 + 10],
    ]);
    // 784 x 132 = 103,488, and 132 biases: 103,620; 132 x 10 = 1,320, and 10 biases: 1,330.
    expect(parameterCount).toBe(104_950);
    const seed = seedNetwork().summary().parameterCount;
    expect(seed - parameterCount).toBe(244);
    // One unit more is 785 + 10 parameters more: 105,745, which is 551 too many, so 132 is the nearest.
    expect(parameterCount + 785 + 10 - seed).toBe(551);
  });

  it('reads the same images, and names the same classes, as the seed network', async () => {
    const seed = seedNetwork();
    const model = denseNetwork().build(new Runtime(await cpu()), { seed: 1 });
    expect([model.inputShape, model.classNames]).toEqual([seed.inputShape, seed.classNames]);
    const { probabilities } = await model.predict({ shape: [2, 28, 28, 1], data: new Uint8Array(2 * 784) });
    expect(probabilities!.shape).toEqual([2, 10]);
  });

  it('is blind to the order of pixels: rows of the kernel moved with them, it answers the same', async () => {
    const order = permutation(784, randomKey(3));
    const image = Float32Array.from({ length: 784 }, (_, i) => uniformAt(randomKey(4), i));
    const model = denseNetwork().build(new Runtime(await cpu()), { seed: 1 });
    const before = (await model.predict({ shape: [1, 28, 28, 1], data: image })).output.data;
    const weights = await model.getWeights();
    const kernel = weights['dense1/kernel']!;
    const moved = kernel.data.slice();
    order.forEach((from, to) => moved.set(kernel.data.subarray(132 * from, 132 * (from + 1)), 132 * to));
    model.setWeights({ ...weights, 'dense1/kernel': { ...kernel, data: moved } });
    const permuted = Float32Array.from(order, (from) => image[from]!);
    const after = (await model.predict({ shape: [1, 28, 28, 1], data: permuted })).output.data;
    // The sums run in another order, so the last bits may differ.
    after.forEach((value, i) => expect(value).toBeCloseTo(before[i]!, 5));
    const unmoved = (
      await denseNetwork()
        .build(new Runtime(await cpu()), { seed: 1 })
        .predict({ shape: [1, 28, 28, 1], data: permuted })
    ).output.data;
    expect(Math.max(...unmoved.map((value, i) => Math.abs(value - before[i]!)))).toBeGreaterThan(0.01);
  });

  it('comes back from its file', async () => {
    const model = denseNetwork().build(new Runtime(await cpu()), { seed: 1 });
    const { model: again } = fromSafetensors(await toSafetensors(model));
    expect(again.summary()).toEqual(model.summary());
  });
});

// Values worked out by hand, on the reference and on a device that answers late.
import type { DType } from '@convlens/types';
import { describe, expect, it } from 'vitest';
import * as core from '../src/index.js';
import { Runtime } from '../src/index.js';
import type { Tensor } from '../src/index.js';
import { reference } from '../src/reference/index.js';
import { delayed } from '../src/testing/index.js';

const backends = { reference, 'delayed(reference)': () => delayed(reference()) };

describe.each(Object.entries(backends))('on %s', (_, make) => {
  const runtime = new Runtime(make());
  const f = (shape: readonly number[], ...values: number[]): Tensor =>
    runtime.tensor(Float32Array.from(values), shape);
  const i = (shape: readonly number[], ...values: number[]): Tensor =>
    runtime.tensor(Int32Array.from(values), shape);
  const values = async (tensor: Tensor): Promise<number[]> => [...(await tensor.read())];

  it('arithmetic repeats axes of 1 and takes numbers', async () => {
    const column = f([2, 1], 10, 20);
    expect(await values(core.add(column, f([3], 1, 2, 3)))).toEqual([11, 12, 13, 21, 22, 23]);
    expect(await values(core.subtract(1, column))).toEqual([-9, -19]);
    expect(await values(core.multiply(column, 0.5))).toEqual([5, 10]);
    expect(await values(core.divide(column, f([2, 1], 4, 0)))).toEqual([2.5, Infinity]);
    expect(core.add(f([0, 3]), f([3], 1, 2, 3)).shape).toEqual([0, 3]);
  });
  it('integers are added exactly and divided towards zero', async () => {
    expect(await values(core.add(i([2], 2 ** 30, -5), 1))).toEqual([2 ** 30 + 1, -4]);
    expect(await values(core.divide(i([3], 7, -7, 1), i([3], 2, 2, 3)))).toEqual([3, -3, 0]);
  });
  it('cast cuts fractions off, wraps around and knows only zero as false', async () => {
    expect(await values(core.cast(f([4], 1.9, -1.9, 0, 300), 'int32'))).toEqual([1, -1, 0, 300]);
    expect(await values(core.cast(f([2], 255.5, 256), 'uint8'))).toEqual([255, 0]);
    expect(await values(core.cast(f([3], 0, -0.5, NaN), 'bool'))).toEqual([0, 1, 1]);
    expect(await values(core.cast(i([2], 3, -4), 'float32'))).toEqual([3, -4]);
  });
  it('reductions take all axes, some, or none', async () => {
    const x = f([2, 3], 1, 2, 3, 4, 5, 6);
    expect(await values(core.sum(x))).toEqual([21]);
    expect(await values(core.sum(x, { axes: [0] }))).toEqual([5, 7, 9]);
    expect(core.sum(x, { axes: -1, keepDims: true }).shape).toEqual([2, 1]);
    expect(await values(core.sum(x, { axes: [] }))).toEqual([1, 2, 3, 4, 5, 6]);
    expect(await values(core.mean(x, { axes: 1 }))).toEqual([2, 5]);
    expect(await values(core.max(x, { axes: 0 }))).toEqual([4, 5, 6]);
    expect(await values(core.sum(f([0, 2]), { axes: 0 }))).toEqual([0, 0]);
  });
  it('sums of bytes and of truths are counted in int32', async () => {
    const bytes = runtime.tensor(new Uint8Array(300).fill(200), [300]);
    const truths = runtime.tensor(Uint8Array.of(1, 0, 1), [3], { dtype: 'bool' });
    expect([core.sum(bytes).dtype, ...(await values(core.sum(bytes)))]).toEqual(['int32', 60_000]);
    expect([core.sum(truths).dtype, ...(await values(core.sum(truths)))]).toEqual(['int32', 2]);
  });
  it('2^24 ones add up to 2^24', async () => {
    const ones = core.broadcastTo(f([1], 1), [2 ** 12, 2 ** 12]);
    expect(await values(core.sum(ones))).toEqual([2 ** 24]);
  });
  it('sigmoid, tanh and leakyRelu are those of the textbook, also far from zero', async () => {
    const x = f([5], 0, Math.log(3), -Math.log(3), 200, -200);
    const [half, threeQuarters, quarter, one, zero] = await values(core.sigmoid(x));
    expect([half, one, zero]).toEqual([0.5, 1, 0]);
    expect(threeQuarters).toBeCloseTo(0.75, 6);
    expect(quarter).toBeCloseTo(0.25, 6);
    // tanh(ln 3) = (3 - 1/3) / (3 + 1/3) = 0.8
    const [origin, up, down, top, bottom] = await values(core.tanh(x));
    expect([origin, top, bottom]).toEqual([0, 1, -1]);
    expect(up).toBeCloseTo(0.8, 6);
    expect(down).toBeCloseTo(-0.8, 6);
    expect(await values(core.leakyRelu(f([3], -1, 0, 2), { negativeSlope: 0.25 }))).toEqual([-0.25, 0, 2]);
    expect(await values(core.leakyRelu(f([1], NaN)))).toEqual([NaN]);
  });
  it('averagePool2d divides by the cells that it covers, padding not among them', async () => {
    const x = f([1, 3, 3, 1], 1, 2, 3, 4, 5, 6, 7, 8, 9);
    expect(await values(core.averagePool2d(x, { windowSize: 2 }))).toEqual([3]);
    // The first of two windows lies wholly in the padding.
    const padded = core.averagePool2d(f([1, 1, 2, 1], 2, 4), {
      windowSize: [1, 2],
      padding: { top: 0, bottom: 0, left: 2, right: 0 },
    });
    expect(await values(padded)).toEqual([NaN, 3]);
    // Windows of 2 x 2 at stride 2 with one row and column of padding at the end: 4, 2, 2 and 1 cells.
    expect(await values(core.averagePool2d(x, { windowSize: 2, padding: 'same' }))).toEqual([3, 4.5, 7.5, 9]);
  });
  it('NaN is passed on by relu, max and max-pooling, and is the largest for argMax', async () => {
    expect(await values(core.relu(f([3], NaN, -1, 2)))).toEqual([NaN, 0, 2]);
    expect(await values(core.max(f([3], 1, NaN, 2)))).toEqual([NaN]);
    expect(await values(core.argMax(f([3], 1, NaN, 2)))).toEqual([1]);
    expect(await values(core.maxPool2d(f([1, 2, 2, 1], 1, NaN, 3, 4), { windowSize: 2 }))).toEqual([NaN]);
  });
  it('of equal maxima the first in row order wins, and gets the gradient', async () => {
    expect(await values(core.argMax(f([2, 3], 5, 5, 1, 0, 2, 2)))).toEqual([0, 1]);
    const x = runtime.tensor(Float32Array.of(3, 3, 3, 3), [1, 2, 2, 1], { requiresGrad: true });
    const [dx] = core.gradients(core.maxPool2d(x, { windowSize: 2 }), [x]);
    expect(await values(dx!)).toEqual([1, 0, 0, 0]);
    const [dMax] = core.gradients(core.max(x), [x]);
    expect(await values(dMax!)).toEqual([1, 0, 0, 0]);
  });
  it('padding never wins a maximum', async () => {
    expect(
      await values(core.maxPool2d(f([1, 1, 1, 1], -7), { windowSize: 3, strides: 1, padding: 'same' })),
    ).toEqual([-7]);
  });
  it('transpose, slice, concat and pad move numbers', async () => {
    const x = f([2, 3], 1, 2, 3, 4, 5, 6);
    expect(await values(core.transpose(x))).toEqual([1, 4, 2, 5, 3, 6]);
    expect(await values(core.slice(x, { begin: [0, 1] }))).toEqual([2, 3, 5, 6]);
    expect(await values(core.concat([x, f([2, 1], 9, 9)], { axis: 1 }))).toEqual([1, 2, 3, 9, 4, 5, 6, 9]);
    expect(await values(core.concat([f([0, 3]), x]))).toEqual([1, 2, 3, 4, 5, 6]);
    expect(await values(core.pad(f([2], 1, 2), [[1, 2]], 7))).toEqual([7, 1, 2, 7, 7]);
  });
  it('movement keeps every dtype', async () => {
    for (const dtype of ['int32', 'uint8', 'bool'] as const satisfies readonly DType[]) {
      const x = core.cast(f([1, 2], 1, 0), dtype);
      expect(core.concat([core.transpose(x, [0, 1]), x]).dtype).toBe(dtype);
    }
  });
  it('matMul multiplies rows by columns, batch by batch', async () => {
    const [a, b] = [f([2, 2], 1, 2, 3, 4), f([2, 2], 5, 6, 7, 8)];
    expect(await values(core.matMul(a, b))).toEqual([19, 22, 43, 50]);
    expect(await values(core.matMul(a, b, { transposeA: true }))).toEqual([26, 30, 38, 44]);
    expect(await values(core.matMul(a, b, { transposeB: true }))).toEqual([17, 23, 39, 53]);
    expect(
      core.matMul(
        f([3, 1, 2, 4], ...new Array<number>(24).fill(1)),
        f([5, 4, 1], ...new Array<number>(20).fill(1)),
      ).shape,
    ).toEqual([3, 5, 2, 1]);
    expect(await values(core.matMul(f([2, 0]), f([0, 1])))).toEqual([0, 0]);
  });
  it('conv2d slides without flipping, as every deep-learning library does', async () => {
    const x = f([1, 3, 3, 1], 1, 2, 3, 4, 5, 6, 7, 8, 9);
    // The filter that looks one to the right: a flipped one would look to the left.
    const right = f([1, 3, 1, 1], 0, 0, 1);
    expect(await values(core.conv2d(x, right, { padding: 'same' }))).toEqual([2, 3, 0, 5, 6, 0, 8, 9, 0]);
    const ones = f([2, 2, 1, 1], 1, 1, 1, 1);
    expect(await values(core.conv2d(x, ones))).toEqual([12, 16, 24, 28]);
    expect(await values(core.conv2d(x, ones, { strides: 2, padding: 1 }))).toEqual([1, 5, 11, 28]);
    expect(await values(core.conv2d(x, ones, { dilations: 2 }))).toEqual([20]);
  });
  it('groups keep their channels apart', async () => {
    const x = f([1, 1, 1, 4], 1, 10, 100, 1000);
    const filter = f([1, 1, 2, 2], 1, 1, 1, 1);
    expect(await values(core.conv2d(x, filter, { groups: 2 }))).toEqual([11, 1100]);
  });
  it('fused ops give the values of the ops they are made of', async () => {
    const [a, b, bias] = [f([1, 2], 1, 2), f([2, 2], 1, -3, 1, 1), f([2], 0.5, 0.5)];
    expect(await values(core.matMulBias(a, b, bias))).toEqual([3.5, -0.5]);
    expect(await values(core.matMulBias(a, b, bias, { activation: 'relu' }))).toEqual([3.5, 0]);
    const image = f([1, 1, 1, 2], 1, 2);
    expect(
      await values(core.conv2dBias(image, core.reshape(b, [1, 1, 2, 2]), bias, { activation: 'relu' })),
    ).toEqual([3.5, 0]);
  });
  it('softmax neither overflows nor divides by zero', async () => {
    expect(await values(core.softmax(f([1, 2], 1000, 1000)))).toEqual([0.5, 0.5]);
    expect(await values(core.softmax(f([1, 2], -Infinity, 3)))).toEqual([0, 1]);
    expect((await values(core.softmax(f([2, 1], 0, Math.log(3)), { axis: 0 })))[1]).toBeCloseTo(0.75, 6);
    expect(await values(core.logSoftmax(f([1, 2], 1000, 0)))).toEqual([0, -1000]);
  });
  it('cross-entropy takes classes, one-hot rows and shares', async () => {
    const logits = f([2, 2], 0, 0, Math.log(3), 0);
    const [ln2, ln4over3, ln4] = [Math.log(2), Math.log(4 / 3), Math.log(4)];
    const close = async (loss: Tensor, expected: number[]): Promise<void> =>
      (await values(loss)).forEach((value, at) => expect(value).toBeCloseTo(expected[at]!, 6));
    await close(core.softmaxCrossEntropy(logits, i([2], 1, 0), { reduction: 'none' }), [ln2, ln4over3]);
    await close(core.softmaxCrossEntropy(logits, f([2, 2], 0, 1, 1, 0)), [(ln2 + ln4over3) / 2]);
    await close(core.softmaxCrossEntropy(logits, f([2, 2], 0.5, 0.5, 0.25, 0.75), { reduction: 'sum' }), [
      ln2 + 0.25 * ln4over3 + 0.75 * ln4,
    ]);
    await close(core.softmaxCrossEntropy(logits, i([2], 0, 1), { labelSmoothing: 0.2, reduction: 'none' }), [
      ln2,
      0.9 * ln4 + 0.1 * ln4over3,
    ]);
    await close(core.softmaxCrossEntropy(f([1, 2], 1000, 0), i([1], 1)), [1000]);
  });
  it('dropout keeps about its share, scaled, and is the same for the same key', async () => {
    const x = core.fill(runtime, [10_000], 1);
    const [first, again, other] = [
      [1, 2],
      [1, 2],
      [1, 3],
    ].map((key) => core.dropout(x, { rate: 0.25, key: key as [number, number] }));
    const kept = (await values(first!)).filter((value) => value > 0);
    expect(new Set(kept).size).toBe(1);
    expect(kept[0]).toBeCloseTo(4 / 3, 6);
    // Binomial: 7,500 expected, standard deviation 43.
    expect(Math.abs(kept.length - 7500)).toBeLessThan(220);
    expect(await values(again!)).toEqual(await values(first!));
    expect(await values(other!)).not.toEqual(await values(first!));
  });
  it('optimizer steps follow their formulas', async () => {
    const start = (): Tensor => f([1], 1);
    const gradient = f([1], 2);
    const [plain, heavy, nesterov, adam] = [start(), start(), start(), start()];
    core.sgdStep(plain, gradient, { learningRate: 0.1 });
    expect((await values(plain))[0]).toBeCloseTo(0.8, 6);
    const velocity = f([1], 1);
    core.momentumStep(heavy, gradient, velocity, { learningRate: 0.1, momentum: 0.5, nesterov: false });
    // v = 0.5 - 0.2 = 0.3; w = 1.3
    expect((await values(heavy))[0]).toBeCloseTo(1.3, 6);
    core.momentumStep(nesterov, gradient, f([1], 1), { learningRate: 0.1, momentum: 0.5, nesterov: true });
    // v = 0.3; w = 1 + 0.15 - 0.2 = 0.95
    expect((await values(nesterov))[0]).toBeCloseTo(0.95, 6);
    const [m, v] = [f([1], 0), f([1], 0)];
    core.adamStep(adam, gradient, m, v, { learningRate: 0.1, beta1: 0.9, beta2: 0.99, epsilon: 0 });
    // m = 0.2, v = 0.04: the step is 0.1 * 0.2 / 0.2
    expect((await values(adam))[0]).toBeCloseTo(0.9, 6);
    expect((await values(m))[0]).toBeCloseTo(0.2, 6);
    expect((await values(v))[0]).toBeCloseTo(0.04, 6);
  });
  it('assign overwrites in place and raises the version', async () => {
    const target = f([2], 1, 2);
    core.assign(target, f([2], 5, 6));
    expect([await values(target), target.version]).toEqual([[5, 6], 1]);
  });
});

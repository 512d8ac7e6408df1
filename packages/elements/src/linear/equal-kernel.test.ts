/** The single kernel of two against both, convolved one after the other by geometry's own convolution. */
import { convolve, windowPlan } from '@convlens/geometry';
import type { Padding } from '@convlens/geometry';
import { describe, expect, it } from 'vitest';
import { bentRecord, summaryWith } from '../../test/bent-record.js';
import { seeded } from '../../test/seeded.js';
import { smallRecord } from '../../test/small-record.js';
import { Trace } from '../trace/trace.js';
import { averageOf, borderOf, equalKernel, equalKernelOf, windowOf } from './equal-kernel.js';

interface Layer {
  readonly size: readonly [number, number];
  readonly filters: number;
  readonly strides?: number;
  readonly padding?: Padding;
  readonly dilations?: number;
  readonly groups?: number;
}

const range = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);

/** Two random layers over a random image: their output, that of the one kernel, and where they may differ. */
function bothWays(seed: number, image: readonly [number, number, number], layers: readonly [Layer, Layer]) {
  const random = seeded(seed);
  const numbers = (length: number): Float64Array => Float64Array.from({ length }, () => random() * 2 - 1);
  let current = { values: numbers(image[0] * image[1] * image[2]), shape: image };
  const first = current;
  const made = layers.map(({ size, filters, strides = 1, padding = 'valid', dilations = 1, groups = 1 }) => {
    const channels = current.shape[2];
    const weights = numbers((size[0] * size[1] * channels * filters) / groups);
    const bias = numbers(filters);
    const settings = { strides, padding, dilations };
    const [height, width] = current.shape;
    const plan = windowPlan('test', { input: [height, width], window: size, ...settings });
    const filter = { values: weights, shape: [...size, channels / groups, filters] as const };
    current = convolve(current, filter, { ...settings, bias });
    return { plan, window: windowOf(plan, [channels, filters], weights, bias) };
  });
  const one = equalKernel(made[0]!.window, made[1]!.window);
  return {
    two: current,
    one,
    single: convolve(first, one.filter, { strides: one.strides, padding: one.pads, bias: one.bias }),
    border: borderOf(made.map(({ plan }) => plan)),
  };
}

describe('equalKernel', () => {
  it('is 9 × 9 for 5 × 5 after 5 × 5, and what a hand finds for [1, 2] after [1, 3]', () => {
    const plan = windowPlan('test', { input: [1, 8], window: [1, 2] });
    const one = equalKernel(windowOf(plan, [1, 1], [1, 2], [5]), windowOf(plan, [1, 1], [1, 3], [7]));
    // (x0 + 2 x1 + 5) + 3 (x1 + 2 x2 + 5) + 7 = x0 + 5 x1 + 6 x2 + 27
    expect([...one.filter.values]).toEqual([1, 5, 6]);
    expect([...one.bias]).toEqual([27]);
    const { one: nine } = bothWays(
      1,
      [20, 20, 1],
      [
        { size: [5, 5], filters: 8 },
        { size: [5, 5], filters: 16 },
      ],
    );
    expect(nine.filter.shape).toEqual([9, 9, 1, 16]);
  });

  it.each<[string, readonly [number, number, number], readonly [Layer, Layer]]>([
    [
      'without padding',
      [14, 13, 2],
      [
        { size: [5, 5], filters: 3 },
        { size: [5, 5], filters: 4 },
      ],
    ],
    [
      'padded to the same size',
      [14, 12, 2],
      [
        { size: [5, 5], filters: 3, padding: 'same' },
        { size: [5, 5], filters: 4, padding: 'same' },
      ],
    ],
    [
      'with strides, which leave rows over',
      [17, 20, 1],
      [
        { size: [3, 2], filters: 2, strides: 2, padding: 'same' },
        { size: [2, 3], filters: 2, strides: 3, padding: 1 },
      ],
    ],
    [
      'dilated and in groups',
      [16, 16, 4],
      [
        { size: [3, 3], filters: 4, groups: 2, dilations: 2, padding: 'same' },
        { size: [3, 3], filters: 4, groups: 4, padding: 'same' },
      ],
    ],
  ])('does what both do, %s, wherever the second saw no padding, and nowhere else', (_how, image, layers) => {
    for (const seed of range(5)) {
      const { two, single, border } = bothWays(seed, image, layers);
      expect(single.shape).toEqual(two.shape);
      const filters = two.shape[2];
      const differences = range(border.length).map((cell) =>
        Math.max(
          ...range(filters).map((f) =>
            Math.abs(two.values[cell * filters + f]! - single.values[cell * filters + f]!),
          ),
        ),
      );
      const inside = differences.filter((_, cell) => !border[cell]);
      expect(inside.length).toBeGreaterThan(0);
      expect(Math.max(...inside)).toBeLessThan(1e-11);
      // With random weights a cell that padding has entered agrees by no chance.
      expect(Math.min(Infinity, ...differences.filter((_, cell) => border[cell]))).toBeGreaterThan(1e-6);
    }
  });

  it('takes a mean for the window that it is', () => {
    const plan = windowPlan('test', { input: [6, 6], window: 2, strides: 2 });
    const { filter, strides } = averageOf(plan, 2);
    const image = { values: range(72), shape: [6, 6, 2] as const };
    // Of the first window and channel: (0 + 2 + 12 + 14) / 4; of channel 1 one more.
    expect([...convolve(image, filter, { strides }).values].slice(0, 4)).toEqual([7, 8, 11, 12]);
  });
});

describe('borderOf', () => {
  it('is two cells wide where the second of two windows of five is padded, whatever the first does', () => {
    const same = windowPlan('test', { input: [7, 6], window: 5, padding: 'same' });
    const rows = borderOf([same, same]);
    expect(
      range(7).map((row) =>
        range(6)
          .map((column) => rows[row * 6 + column])
          .join(''),
      ),
    ).toEqual(['111111', '111111', '110011', '110011', '110011', '111111', '111111']);
    expect(borderOf([same]).every((cell) => cell === 0)).toBe(true);
  });
});

describe('equalKernelOf', () => {
  it('makes one window of 14 × 14 with stride 2 of the seed network’s two, and gives its numbers inside', () => {
    const random = seeded(3);
    const record = bentRecord(Float64Array.from({ length: 784 }, () => random()));
    const one = equalKernelOf(new Trace(record));
    expect(one.filter.shape).toEqual([14, 14, 1, 16]);
    expect([one.strides, one.between, one.from, one.to]).toEqual([[2, 2], ['pool1'], 'conv1', 'conv2']);
    const { values } = convolve({ values: record.tensors['input']!.data, shape: [28, 28, 1] }, one.filter, {
      strides: one.strides,
      padding: one.pads,
      bias: one.bias,
    });
    const truth = record.tensors['conv2/output']!.data;
    const differences = range(196).map((cell) =>
      Math.max(...range(16).map((f) => Math.abs(values[cell * 16 + f]! - truth[cell * 16 + f]!))),
    );
    // 14² - 10² cells of the border.
    expect(one.border.reduce((sum, cell) => sum + cell, 0)).toBe(96);
    expect(Math.max(...differences.filter((_, cell) => !one.border[cell]))).toBeLessThan(1e-12);
    expect(Math.max(...differences.filter((_, cell) => one.border[cell]))).toBeGreaterThan(1e-3);
  });

  it.each([
    [
      'a maximum between them',
      { ...bentRecord(), model: summaryWith({ pooling: 'max' }) },
      'equalKernelOf: expected of pool1 the mean of each window',
    ],
    [
      'a function between them',
      { ...bentRecord(), model: summaryWith({ activation: 'sigmoid' }) },
      'equalKernelOf: expected of conv1 no function after its sums, received sigmoid.',
    ],
    ['one convolution', smallRecord, 'nothing but averages between them, received 1 convolution.'],
    [
      'no weights',
      { ...bentRecord(), tensors: {} },
      "equalKernelOf: expected conv1/filter of its layer's shape in the record, received none.",
    ],
  ])('refuses %s with a sentence', (_what, record, sentence) => {
    expect(() => equalKernelOf(new Trace(record))).toThrow(sentence);
  });
});

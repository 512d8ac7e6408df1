import { describe, expect, it } from 'vitest';
import { codeFor } from './code.js';
import { numbersOf } from './layer.js';
import type { LayerNumbers, LayerSettings } from './layer.js';

const first: LayerSettings = {
  height: 28,
  width: 28,
  channels: 1,
  filters: 8,
  kernel: 5,
  stride: 1,
  padding: 'same',
  dilation: 1,
  groups: 1,
};
const legal = (settings: LayerSettings): LayerNumbers => {
  const numbers = numbersOf(settings);
  if ('rule' in numbers) throw new Error(numbers.rule);
  return numbers;
};
const code = (settings: LayerSettings): readonly string[] =>
  (['ConvLens', 'Keras', 'PyTorch'] as const).map((library) =>
    codeFor(library, settings, legal(settings).plan),
  );

describe('the numbers of a layer', () => {
  it('are those of the seed network, worked by hand', () => {
    const { plan, parameters, macs, sees } = legal(first);
    // 5·5·1·8 + 8, 5·5·1·8·28·28.
    expect([plan.output, parameters, macs, sees]).toEqual([[28, 28], 208, 156_800, 5]);
  });
  it('follow stride, dilation and groups', () => {
    const { plan, parameters, sees } = legal({
      ...first,
      channels: 4,
      kernel: 3,
      stride: 2,
      padding: 1,
      dilation: 2,
      groups: 4,
    });
    // ⌊(28 + 2 − 4 − 1) / 2⌋ + 1 = 13; 3·3·1·8 + 8.
    expect([plan.output, parameters, sees]).toEqual([[13, 13], 80, 5]);
  });
  it('name the rule that is broken and the nearest that is not', () => {
    const small = numbersOf({ ...first, height: 4, padding: 'valid', dilation: 2 });
    expect(small).toMatchObject({ rule: 'window', nearest: 2 });
    expect(legal({ ...first, height: 4, padding: 'valid', dilation: 2, kernel: 2 }).plan.output[0]).toBe(2);
    expect(numbersOf({ ...first, channels: 6, filters: 9, groups: 4 })).toEqual({
      rule: 'groups',
      nearest: 3,
    });
  });
});

describe('every small layer', () => {
  const upTo = (most: number, least = 1): number[] =>
    Array.from({ length: most - least + 1 }, (_, index) => least + index);
  /** By laying the window on every place it fits, one after the other. */
  const places = (size: number, { kernel, stride, dilation }: LayerSettings, pad: number): number => {
    let count = 0;
    for (let start = -pad; start + (kernel - 1) * dilation < size + pad; start += stride) count++;
    return count;
  };
  it.each(upTo(12))(
    'of height %i has as many rows as places, or the nearest kernel that has one',
    (height) => {
      for (const kernel of upTo(7))
        for (const stride of upTo(3))
          for (const dilation of upTo(3))
            for (const padding of upTo(2, 0)) {
              const settings = { ...first, height, kernel, stride, dilation, padding };
              const numbers = numbersOf(settings);
              const expected = places(height, settings, padding);
              if (!('rule' in numbers)) expect(numbers.plan.output[0]).toBe(expected);
              else {
                expect(expected).toBe(0);
                expect(places(height, { ...settings, kernel: numbers.nearest }, padding)).toBeGreaterThan(0);
                expect(places(height, { ...settings, kernel: numbers.nearest + 1 }, padding)).toBe(0);
              }
            }
    },
  );
});

describe('the same layer as code', () => {
  it('in three libraries', () => {
    expect(code(first)).toEqual([
      "new Conv2D({ filters: 8, kernelSize: 5, padding: 'same' })",
      'keras.layers.Conv2D(8, 5, padding="same")',
      'nn.Conv2d(1, 8, 5, padding=2)',
    ]);
  });
  it("pads beforehand where a library has no such padding: 'same' at stride 2 adds more after", () => {
    // 28 → 14 with a window of 5: (14 − 1)·2 + 5 − 28 = 3 cells, one before and two after.
    expect(code({ ...first, stride: 2 })[2]).toBe('nn.ZeroPad2d((1, 2, 1, 2))\nnn.Conv2d(1, 8, 5, stride=2)');
    expect(code({ ...first, padding: 3, stride: 2, dilation: 2 })[1]).toBe(
      '# Keras refuses strides > 1 together with dilation_rate > 1\nkeras.layers.ZeroPadding2D(3)\nkeras.layers.Conv2D(8, 5, strides=2, dilation_rate=2)',
    );
  });
});

import { describe, expect, it } from 'vitest';
import { decodeState, encodeState, linkState } from '../../state/link-state.js';
import { seeded } from '../../../test/seeded.js';
import { firstLayer, readCalculator, writeCalculator } from './calculator-state.js';
import { fieldOf, parseChain, planChain, writeChain } from './chain.js';
import type { ChainLayer, ChainPlan } from './chain.js';
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
const withChain = (text: string): LayerNumbers => {
  const numbers = numbersOf({ ...first, channels: 8, filters: 16 }, chained(text));
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

describe('numbers that are none', () => {
  it.each([
    [{ height: 0 }, 'height', 1],
    [{ width: NaN }, 'width', 28],
    [{ channels: -3 }, 'channels', 1],
    [{ filters: 1.5 }, 'filters', 2],
    [{ kernel: NaN }, 'kernel', 3],
    [{ stride: 0 }, 'stride', 1],
    [{ padding: -2 }, 'cells', 0],
    [{ padding: NaN }, 'cells', 0],
    [{ dilation: -1 }, 'dilation', 1],
    [{ groups: 0 }, 'groups', 1],
    [{ groups: Infinity }, 'groups', 65_536],
  ] as const)('%j is named, with the nearest that is one', (change, name, nearest) => {
    const answer = numbersOf({ ...first, ...change });
    expect(answer).toMatchObject({ rule: 'number', name, nearest });
  });
  it('never make a number of the answer that is none', () => {
    const odd = [0, -1, NaN, Infinity, 0.5, 1, 2, 7];
    const random = seeded(5);
    const any = (): number => odd[Math.floor(random() * odd.length)]!;
    for (let round = 0; round < 3000; round++) {
      const settings = {
        ...{ height: any(), width: any(), channels: any(), filters: any(), kernel: any(), stride: any() },
        ...{ padding: random() < 0.3 ? ('same' as const) : any(), dilation: any(), groups: any() },
      };
      const answer = numbersOf(settings);
      if ('rule' in answer) expect(answer.nearest).toBeGreaterThanOrEqual(0);
      else {
        const { plan, parameters, macs, sees, field } = answer;
        const all = [...plan.output, parameters, macs, sees, ...field.sees, ...field.every];
        expect(all.every((value) => Number.isInteger(value) && value > 0)).toBe(true);
      }
    }
  });
});

const chained = (text: string): readonly ChainLayer[] => {
  const layers = parseChain(text);
  if ('unread' in layers) throw new Error(layers.unread);
  return layers;
};
const planned = (image: number, layers: readonly ChainLayer[]): ChainPlan => {
  const plan = planChain([image, image], layers);
  if ('broken' in plan) throw new Error(JSON.stringify(plan.broken));
  return plan;
};

describe('layers before', () => {
  it('make one cell of the second convolution see 14 × 14 pixels of the image, 2 apart', () => {
    const { plan, field, chain } = withChain('conv 5 same, pool 2');
    expect([chain.length, plan.input, plan.output]).toEqual([2, [14, 14], [14, 14]]);
    // 5, then 5 + 1 through the pooling, then 6 + 4 · 2.
    expect(field).toEqual({ sees: [14, 14], every: [2, 2] });
  });
  it('make VGG-16 see 212 pixels, 32 apart, and AlexNet 195, as published (Araujo, Norris and Sim, 2019)', () => {
    const block = (count: number): string => `${'conv 3 same, '.repeat(count)}pool 2, `;
    const vgg = [2, 2, 3, 3, 3].flatMap((count) => chained(block(count).slice(0, -2)));
    expect(fieldOf(planned(224, vgg).plans)).toEqual({ sees: [212, 212], every: [32, 32] });
    const alexNet =
      'conv 11 stride 4, pool 3 stride 2, conv 5 same, pool 3 stride 2, conv 3 same, conv 3 same, conv 3 same, pool 3 stride 2';
    expect(fieldOf(planned(231, chained(alexNet)).plans)).toEqual({ sees: [195, 195], every: [32, 32] });
  });
  it('are named by their place where one is broken', () => {
    const small = numbersOf({ ...first, height: 8, width: 8 }, chained('pool 2, conv 5, conv 3'));
    // 8 → 4, where no window of 5 fits.
    expect(small).toMatchObject({ rule: 'window', at: 1, nearest: 4 });
    const layer = { ...chained('pool 2')[0]!, stride: 0 };
    expect(numbersOf(first, [layer])).toMatchObject({ rule: 'number', name: 'stride', at: 0, nearest: 1 });
  });
  it('are read from text and written as it', () => {
    expect(chained('conv 5 same,  pool 2')).toEqual([
      { kind: 'conv', window: 5, stride: 1, padding: 'same', dilation: 1 },
      { kind: 'pool', window: 2, stride: 2, padding: 'valid', dilation: 1 },
    ]);
    for (const text of ['', 'conv 3', 'conv 3 stride 2 dilation 2 padding 1, pool 3 stride 2, pool 2 same'])
      expect(writeChain(chained(text))).toBe(text);
  });
  it.each([
    ['conf 5', 'conf 5'],
    ['conv', 'conv'],
    ['conv 5, ', ''],
    ['conv 5 same same', 'conv 5 same same'],
    ['conv -3', 'conv -3'],
    [Array(13).fill('conv 3').join(', '), '13 layers'],
  ])('are not read from %j', (text, unread) => {
    expect(parseChain(text)).toEqual({ unread });
  });
});

describe('the state of the calculator', () => {
  it('comes back as it was, 500 random ones through a link', () => {
    const random = seeded(17);
    const upTo = (most: number): number => 1 + Math.floor(random() * most);
    const padding = (): LayerSettings['padding'] => (['same', 'valid', 0, 3] as const)[upTo(4) - 1]!;
    for (let round = 0; round < 500; round++) {
      const state = writeCalculator({
        ...{ height: upTo(1024), width: upTo(1024), channels: upTo(64), filters: upTo(64), kernel: upTo(11) },
        ...{ stride: upTo(8), padding: padding(), dilation: upTo(6), groups: upTo(8) },
        chain: Array.from({ length: upTo(12) }, () => ({
          kind: random() < 0.5 ? 'conv' : 'pool',
          ...{ window: upTo(11), stride: upTo(8), padding: padding(), dilation: upTo(6) },
        })),
      });
      const back = decodeState(encodeState(state));
      expect(back).toEqual(state);
      expect(readCalculator(back, firstLayer)).toEqual(state.settings);
    }
  });
  it.each([
    [{ height: 0 }, 'height to be a whole number from 1 to 65536'],
    [{ padding: -1 }, 'padding to be same, valid or a whole number'],
    [{ chain: 'conv 3' }, 'chain to be at most 12 layers'],
    [{ chain: [{ kind: 'conv' }] }, 'chain'],
    [
      { chain: Array(13).fill({ kind: 'conv', window: 3, stride: 1, padding: 'same', dilation: 1 }) },
      'chain',
    ],
    [{ filter: 1 }, 'expected settings among'],
  ])('is refused: %j', (settings, reason) => {
    expect(() => readCalculator(linkState('cnn-shape-calculator', settings), firstLayer)).toThrow(reason);
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

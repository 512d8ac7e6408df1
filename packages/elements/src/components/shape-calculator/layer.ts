/** One convolutional layer in numbers: sizes, window, parameters, multiplications; or the rule that its settings break. */
import { convolutionCost } from '@convlens/geometry';
import type { Cost, WindowPlan } from '@convlens/geometry';
import { fieldOf, planChain, planOf, seesOf } from './chain.js';
import type { BrokenWindow, ChainLayer, Field } from './chain.js';
import { brokenNumber } from './number-rules.js';
import type { BrokenNumber } from './number-rules.js';

export interface LayerSettings {
  /** Of the image that the chain begins with; of the layer's input where there is no chain. */
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  readonly filters: number;
  readonly kernel: number;
  readonly stride: number;
  readonly padding: 'same' | 'valid' | number;
  readonly dilation: number;
  readonly groups: number;
}

export interface LayerNumbers extends Cost {
  readonly plan: WindowPlan;
  /** Cells of the input from the first to the last that one output cell sees, along an axis. */
  readonly sees: number;
  /** Of the image, through the chain and this layer. */
  readonly field: Field;
  /** The layers before. */
  readonly chain: readonly WindowPlan[];
}

export type Broken = (
  | BrokenNumber
  | BrokenWindow
  | {
      readonly rule: 'groups';
      /** The largest number of groups below that is legal. */
      readonly nearest: number;
    }
) & {
  /** Which layer of the chain it is about, from 0; the layer itself unless told. */
  readonly at?: number;
};

export function numbersOf(settings: LayerSettings, chain: readonly ChainLayer[] = []): LayerNumbers | Broken {
  const { height, width, channels, filters, kernel, stride, padding, dilation, groups } = settings;
  for (const name of ['height', 'width', 'channels', 'filters', 'groups'] as const) {
    const broken = brokenNumber(name, settings[name]);
    if (broken) return broken;
  }
  const before = planChain([height, width], chain);
  if ('broken' in before) return { ...before.broken, at: before.at };
  if (channels % groups !== 0 || filters % groups !== 0)
    return { rule: 'groups', nearest: largestDivisor(channels, filters, groups) };
  const plan = planOf(before.output, { window: kernel, stride, padding, dilation });
  if ('rule' in plan) return plan;
  const { window, output } = plan;
  return {
    plan,
    ...convolutionCost({ window, output, inChannels: channels, filters, groups }),
    sees: seesOf({ window: kernel, stride, padding, dilation }),
    field: fieldOf([...before.plans, plan]),
    chain: before.plans,
  };
}

function largestDivisor(channels: number, filters: number, below: number): number {
  for (let groups = below - 1; groups > 1; groups--)
    if (channels % groups === 0 && filters % groups === 0) return groups;
  return 1;
}

/**
 * One score split exactly over the numbers that go into the first dense layer. Where hidden units are linear or straight on either
 * side of zero (ReLU, leaky ReLU), the side that each is on makes a sum of products of the score: a number times all the
 * weights on its ways. No words.
 */
import { activationFunctions, isActivationName } from '@convlens/geometry';
import type { Stage } from './stages.js';
import type { Trace, Values } from './trace.js';

export interface BackTrace {
  /** The stage whose numbers share the score: a flattened tensor, or the input. */
  readonly from: number;
  /** How much the score rises for each of them: all the weights on its ways, in their order in memory. */
  readonly slopes: Float64Array;
  /** What each of them puts in: slope times number. */
  readonly amounts: Float64Array;
  /** All biases on the ways, each times the weights behind it: what no number puts in. */
  readonly biases: number;
  /** All of it added up: the score before its own activation. */
  readonly total: number;
  /** Of the hidden layers: units above zero, and all of them. */
  readonly hidden: readonly { readonly name: string; readonly on: number; readonly count: number }[];
}

/** Why a score cannot be split: a tensor that is not there, or a layer that bends everywhere. */
export interface Blocked {
  readonly blockedBy: 'missing' | 'activation';
  /** Tap path of the tensor, or name of the layer. */
  readonly where: string;
}

/**
 * @param unit Of the dense stage at `index`.
 * @example
 * // 3 · 2 = 6 and a bias of 0.5
 * traceBack(trace, 4, 0) // { from: 3, slopes: [2], amounts: [6], biases: 0.5, total: 6.5, hidden: [] }
 */
export function traceBack(trace: Trace, index: number, unit: number): BackTrace | Blocked {
  // How much the score rises for each unit of a stage's numbers, from the score itself backwards.
  let slopes = new Float64Array(trace.stages[index]!.count);
  slopes[unit] = 1;
  let biases = 0;
  const hidden: BackTrace['hidden'][number][] = [];
  let stage = index;
  for (; isUnits(trace.stages[stage]!); stage--) {
    const { name, path, count } = trace.stages[stage]!;
    if (stage < index) {
      const values = trace.values(stage);
      if (!values) return { blockedBy: 'missing', where: path };
      const slopeAt = slopeOf(trace.stages[stage]!);
      if (!slopeAt) return { blockedBy: 'activation', where: name };
      hidden.unshift({ name, on: multiply(slopes, values, slopeAt), count });
    }
    if (!isDenseStage(trace.stages[stage]!)) continue;
    const kernel = trace.weight(stage, 'kernel');
    if (!kernel) return { blockedBy: 'missing', where: `${name}/kernel` };
    const bias = biasOf(trace, stage);
    if (!bias) return { blockedBy: 'missing', where: `${name}/bias` };
    slopes.forEach((slope, to) => (biases += slope === 0 ? 0 : slope * bias[to]!));
    slopes = throughKernel(kernel, slopes);
  }
  const values = trace.values(stage);
  if (!values) return { blockedBy: 'missing', where: trace.stages[stage]!.path };
  const amounts = slopes.map((slope, input) => slope * values[input]!);
  return {
    from: stage,
    slopes,
    amounts,
    biases,
    total: amounts.reduce((sum, part) => sum + part, biases),
    hidden,
  };
}

/** The biases of a dense stage, zeros where it has none; undefined where it has some that are not in the record. */
export function biasOf(trace: Trace, index: number): Values | undefined {
  const stage = trace.stages[index]!;
  return stage.layer?.weights['bias'] ? trace.weight(index, 'bias') : new Float32Array(stage.count);
}

/** Some amounts by name and all others in one: together they are the same sum. */
export interface SplitSum {
  readonly top: readonly { readonly index: number; readonly amount: number }[];
  readonly rest: { readonly count: number; readonly amount: number };
}

/** The `count` largest sizes first, what is no number before all; among equals the first. */
export function splitSum(amounts: ArrayLike<number>, count: number): SplitSum {
  const sorted = Array.from(amounts, (amount, index) => ({ index, amount })).sort(
    (a, b) => rank(b.amount) - rank(a.amount) || a.index - b.index,
  );
  const others = sorted.slice(count);
  return {
    top: sorted.slice(0, count),
    rest: { count: others.length, amount: others.reduce((sum, { amount }) => sum + amount, 0) },
  };
}

/** Row, column and channel of a number of a flattened tensor, channels last: the inverse of `(row * width + column) * count + channel`. */
export function cellAtIndex(
  { size: [, width], count }: Stage,
  index: number,
): { readonly row: number; readonly column: number; readonly unit: number } {
  const place = Math.floor(index / count);
  return { row: Math.floor(place / width), column: place % width, unit: index % count };
}

const isUnits = ({ kind }: Stage): boolean => kind === 'units' || kind === 'scores';

export const isDenseStage = (stage: Stage): boolean =>
  (stage.kind === 'units' || stage.kind === 'scores') && stage.isDense;

/**
 * The slope of a stage's function, told by what comes out: these functions keep the sign of their sum. Undefined where one
 * number does not tell it.
 */
function slopeOf(stage: Stage): ((value: number) => number) | undefined {
  const name = stage.layer?.className === 'ReLU' ? 'relu' : (stage.layer?.config['activation'] ?? 'linear');
  if (!isActivationName(name) || name === 'sigmoid' || name === 'tanh') return undefined;
  // A layer of no sum and no named function does something that is not known here.
  if (name === 'linear' && !isDenseStage(stage)) return undefined;
  return activationFunctions[name].derivative;
}

/** Returns how many units are above zero. */
function multiply(slopes: Float64Array, values: Values, slopeAt: (value: number) => number): number {
  let on = 0;
  for (let unit = 0; unit < slopes.length; unit++) {
    const value = values[unit]!;
    slopes[unit]! *= slopeAt(value);
    if (value > 0) on += 1;
  }
  return on;
}

/** `kernel` is `[inputs, units]`. */
function throughKernel(kernel: Values, slopes: Float64Array): Float64Array<ArrayBuffer> {
  const units = slopes.length;
  const before = new Float64Array(kernel.length / units);
  for (let input = 0; input < before.length; input++) {
    let sum = 0;
    for (let unit = 0; unit < units; unit++) {
      if (slopes[unit] !== 0) sum += kernel[input * units + unit]! * slopes[unit]!;
    }
    before[input] = sum;
  }
  return before;
}

const rank = (amount: number): number => (Number.isNaN(amount) ? Infinity : Math.abs(amount));

/** Where one number comes from: the sum, the maximum or the place that made it, with the numbers themselves. No words. */
import type { ActivationName } from '@convlens/types';
import type { Stage } from './stages.js';
import type { Trace } from './trace.js';

/** A cell of a stage: box `unit`, `[row, column]` within it. */
export interface CellAddress {
  readonly stage: number;
  readonly unit: number;
  readonly row: number;
  readonly column: number;
}

/** What one input map, or one input unit, puts into a sum. */
export interface Term {
  readonly from: number;
  readonly amount: number;
}

export type Origin =
  | { readonly kind: 'given' }
  | {
      readonly kind: 'sum';
      readonly terms: readonly Term[];
      readonly bias: number;
      readonly activation: ActivationName;
      readonly products: number;
    }
  | { readonly kind: 'maximum'; readonly of: readonly number[] }
  | { readonly kind: 'mean'; readonly of: readonly number[] }
  | { readonly kind: 'activation'; readonly activation: ActivationName; readonly of: number }
  | {
      readonly kind: 'copy';
      readonly stage: number;
      readonly row: number;
      readonly column: number;
      readonly unit: number;
    };

export interface Explanation {
  readonly value: number;
  /** Undefined where a weight or an input is not in the record. */
  readonly origin: Origin | undefined;
  /** Of a class. */
  readonly probability?: number;
}

/** Place of a cell in its tensor: channels last. */
export const cellIndex = ({ size, count }: Stage, { unit, row, column }: CellAddress): number =>
  (row * size[1] + column) * count + unit;

export function explain(trace: Trace, address: CellAddress): Explanation | undefined {
  const stage = trace.stages[address.stage];
  const values = stage && trace.values(address.stage);
  if (!values) return undefined;
  const value = values[cellIndex(stage, address)]!;
  const probability = stage.kind === 'scores' ? trace.probabilities?.[address.unit] : undefined;
  return {
    value,
    origin: originOf(trace, stage, address),
    ...(probability !== undefined && { probability }),
  };
}

function originOf(trace: Trace, stage: Stage, address: CellAddress): Origin | undefined {
  if (stage.kind === 'image') return { kind: 'given' };
  const previous = address.stage - 1;
  if (stage.kind === 'strips') {
    const { row, column, unit } = address;
    return { kind: 'copy', stage: previous, row, column, unit };
  }
  const inputs = trace.values(previous);
  if (!inputs) return undefined;
  if (stage.kind === 'maps' && stage.how === 'convolution') return convolutionOrigin(trace, address);
  if (stage.kind === 'maps' && stage.how === 'pooling') {
    const candidates: number[] = [];
    visitWindow(trace, address, (inputCell) => candidates.push(inputs[inputCell]!));
    return { kind: stage.pooling === 'average' ? 'mean' : 'maximum', of: candidates };
  }
  if (stage.kind === 'maps' || !stage.isDense)
    return { kind: 'activation', activation: stage.activation, of: inputs[cellIndex(stage, address)]! };
  return denseOrigin(trace, address, stage.count, stage.activation);
}

/** Of every input map, the products under the window at this cell, added up. Only maps of the cell's group. */
export function convolutionTerms(trace: Trace, address: CellAddress): readonly Term[] | undefined {
  const stage = trace.stages[address.stage]!;
  const inputs = trace.values(address.stage - 1);
  const filter = trace.weight(address.stage, 'filter');
  if (stage.kind !== 'maps' || !stage.plan || !inputs || !filter) return undefined;
  const channels = trace.stages[address.stage - 1]!.count;
  const perGroup = filter.length / (stage.plan.window[0] * stage.plan.window[1] * stage.count);
  const firstChannel = Math.floor(address.unit / (stage.count / (channels / perGroup))) * perGroup;
  const amounts = new Float64Array(perGroup);
  visitWindow(trace, { ...address, unit: firstChannel }, (inputCell, windowCell) => {
    for (let channel = 0; channel < perGroup; channel++) {
      const weight = filter[(windowCell * perGroup + channel) * stage.count + address.unit]!;
      amounts[channel]! += inputs[inputCell + channel]! * weight;
    }
  });
  return Array.from(amounts, (amount, channel) => ({ from: firstChannel + channel, amount }));
}

function convolutionOrigin(trace: Trace, address: CellAddress): Origin | undefined {
  const stage = trace.stages[address.stage]!;
  const terms = convolutionTerms(trace, address);
  if (!terms || stage.kind !== 'maps' || !stage.plan) return undefined;
  const bias = trace.weight(address.stage, 'bias')?.[address.unit] ?? 0;
  const products = stage.plan.window[0] * stage.plan.window[1] * terms.length;
  return { kind: 'sum', terms, bias, activation: stage.activation, products };
}

function denseOrigin(
  trace: Trace,
  { stage, unit }: CellAddress,
  units: number,
  activation: ActivationName,
): Origin | undefined {
  const inputs = trace.values(stage - 1);
  const kernel = trace.weight(stage, 'kernel');
  if (!inputs || !kernel) return undefined;
  const groups = trace.stages[stage - 1]!.count;
  const amounts = new Float64Array(groups);
  for (let input = 0; input < inputs.length; input++) {
    amounts[input % groups]! += inputs[input]! * kernel[input * units + unit]!;
  }
  const terms = Array.from(amounts, (amount, from) => ({ from, amount }));
  return {
    kind: 'sum',
    terms,
    bias: trace.weight(stage, 'bias')?.[unit] ?? 0,
    activation,
    products: inputs.length,
  };
}

/** The cells of the input under the window at this cell, as places in its tensor and in the window; padding is left out. */
export function visitWindow(
  trace: Trace,
  { stage: index, unit, row, column }: CellAddress,
  visit: (inputCell: number, windowCell: number) => void,
): void {
  const stage = trace.stages[index]!;
  if (stage.kind !== 'maps' || !stage.plan) return;
  const { input, window, strides, pads, dilations } = stage.plan;
  const channels = trace.stages[index - 1]!.count;
  for (let windowY = 0; windowY < window[0]; windowY++) {
    const inY = row * strides[0] - pads.top + windowY * dilations[0];
    if (inY < 0 || inY >= input[0]) continue;
    for (let windowX = 0; windowX < window[1]; windowX++) {
      const inX = column * strides[1] - pads.left + windowX * dilations[1];
      if (inX < 0 || inX >= input[1]) continue;
      visit((inY * input[1] + inX) * channels + unit, windowY * window[1] + windowX);
    }
  }
}

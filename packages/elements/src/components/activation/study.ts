/** What the lab looks at: one map of one layer, before its function and after it. Without a network, a row of numbers. */
import { activationFunctions } from '@convlens/geometry';
import type { ActivationName } from '@convlens/types';
import { explain } from '../../trace/explain.js';
import { lookInside } from '../../trace/look-inside.js';
import type { Stage } from '../../trace/stages.js';
import type { Trace, Values } from '../../trace/trace.js';

export interface Study {
  /** Row-major, `size[0] * size[1]` numbers each. */
  readonly before: Values;
  readonly after: Values;
  readonly size: readonly [height: number, width: number];
  readonly activation: ActivationName;
  /** False where the network used another function and `after` was worked out here. */
  readonly isRecorded: boolean;
}

export interface LayerStudy extends Study {
  readonly layer: string;
  /** The map; 0 for a dense layer, whose units are shown all at once. */
  readonly unit: number;
  readonly units: number;
  /** The function of the network itself. */
  readonly own: ActivationName;
}

/** Layers whose sums go through a function, or could: all with weights but the last, whose sums are the scores. */
export const studiedStages = (stages: readonly Stage[]): readonly number[] =>
  stages
    .map((_, index) => index)
    .filter((index) => stages[index]!.layer?.config['activation'] !== undefined)
    .slice(0, -1);

/**
 * @param chosen Another function than the network's; its own without it.
 * @returns undefined where the record has not all the numbers.
 */
export function studyOf(
  trace: Trace,
  index: number,
  unit: number,
  chosen: ActivationName | undefined,
): LayerStudy | undefined {
  const stage = trace.stages[index]!;
  const values = trace.values(index);
  if (!('activation' in stage) || !values) return undefined;
  const isMap = stage.kind === 'maps';
  const units = isMap ? stage.count : 1;
  const at = Math.min(units - 1, Math.max(0, Math.trunc(unit) || 0));
  const before = isMap
    ? lookInside(trace, { stage: index, unit: at, row: 0, column: 0 })?.sums
    : trace.memo(`sums ${index}`, () => sumsOf(trace, index, stage.count));
  if (!before) return undefined;
  const own = stage.activation;
  const activation = chosen ?? own;
  const isRecorded = activation === own;
  return {
    layer: stage.name,
    unit: at,
    units,
    size: isMap ? stage.size : rectangleOf(stage.count),
    before,
    after: isRecorded
      ? Float64Array.from(before, (_, cell) => values[cell * units + at]!)
      : before.map(activationFunctions[activation].value),
    activation,
    own,
    isRecorded,
  };
}

function sumsOf(trace: Trace, stage: number, count: number): Float64Array | undefined {
  const sums = new Float64Array(count);
  for (let unit = 0; unit < count; unit++) {
    const origin = explain(trace, { stage, unit, row: 0, column: 0 })?.origin;
    if (origin?.kind !== 'sum') return undefined;
    sums[unit] = origin.terms.reduce((sum, { amount }) => sum + amount, origin.bias);
  }
  return sums;
}

/** As near to a square as whole numbers come, wider than high: 128 is 8 × 16. */
export function rectangleOf(count: number): readonly [height: number, width: number] {
  let height = Math.max(1, Math.floor(Math.sqrt(count)));
  while (count % height !== 0) height--;
  return [height, count / height];
}

const samples = Float64Array.of(-4, -3, -2, -1, 0, 1, 2, 3, 4);

export const sampleStudy = (activation: ActivationName): Study => ({
  before: samples,
  after: samples.map(activationFunctions[activation].value),
  size: [1, samples.length],
  activation,
  isRecorded: false,
});

/** In how many cells the derivative is below a tenth: hardly anything is learned through them. */
export function quietCells({ before, activation }: Study): number {
  const { derivative } = activationFunctions[activation];
  return Array.from(before).filter((sum) => derivative(sum) < 0.1).length;
}

/** From a run to what a small chart can show: places on a logarithmic axis of steps, and a smoothed line. No drawing. */
import type { TrainingHistory } from '@convlens/types';
import { axis } from '../../render/axis.js';

export interface Column {
  /** Place 0-1 along the axis. */
  readonly at: number;
  /** Smallest, largest and smoothed value among the steps of this column. */
  readonly low: number;
  readonly high: number;
  readonly mean: number;
}

/**
 * Where a step lies between the first and `end`, 0-1. Logarithmic: most is learned in the first hundred steps.
 * @param end The last step of the axis: that of the run, or the last one planned.
 */
export const placeOfStep = (step: number, end: number): number => stepScale(end)(step);

/** The same for many steps: the scale is made once. */
function stepScale(end: number): (step: number) => number {
  if (!(end > 1)) return () => 0;
  return axis([1, end], [0, 1], true);
}

/** The step at a place of the axis. */
export const stepAtPlace = (place: number, end: number): number =>
  Math.max(1, end) ** Math.max(0, Math.min(1, place));

/** A running mean over a window that grows with the run: the last 12 % of it, two steps at the least. */
export function smooth(values: readonly number[]): readonly number[] {
  let mean = values[0] ?? NaN;
  return values.map((value, index) => {
    if (Number.isFinite(value)) mean += (value - mean) / Math.min(index + 1, Math.max(2, index * 0.12));
    return mean;
  });
}

/** Gathers the values of steps that fall into one of `width` columns; a column without a value is left out. */
export function columnsOf(
  steps: readonly number[],
  values: readonly number[],
  end: number,
  width: number,
): readonly Column[] {
  const smoothed = smooth(values);
  const place = stepScale(end);
  const columns: Column[] = [];
  let current = -1;
  values.forEach((value, index) => {
    const at = place(steps[index]!);
    const column = Math.round(at * (width - 1));
    const last = column === current ? columns.pop() : undefined;
    current = column;
    columns.push({
      at: last?.at ?? at,
      low: Math.min(last?.low ?? Infinity, value),
      high: Math.max(last?.high ?? -Infinity, value),
      mean: smoothed[index]!,
    });
  });
  return columns;
}

/** The powers of ten (and 0.5 of the larger end) between which all losses lie. */
export function lossDomain({ loss }: TrainingHistory): readonly [number, number] {
  const finite = loss.filter((value) => Number.isFinite(value) && value > 0);
  if (finite.length === 0) return [0.01, 2.6];
  return [
    Math.min(0.1, 10 ** Math.floor(Math.log10(Math.min(...sample(finite))))),
    Math.max(2.6, ...sample(finite)),
  ];
}

/** Enough values to find the ends among; spreading a long array would overflow the stack. */
const sample = (values: readonly number[]): readonly number[] => {
  const step = Math.ceil(values.length / 2000);
  return values.filter((_, i) => i % step === 0 || i === values.length - 1);
};

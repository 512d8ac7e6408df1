/** From a run to what a small chart can show: one column a pixel, and a smoothed line. No drawing. */
import type { TrainingHistory } from '@convlens/types';

export interface Column {
  /** Smallest, largest and smoothed value among the steps of this column. */
  readonly low: number;
  readonly high: number;
  readonly mean: number;
}

/** An exponential mean that begins at the first value; `rate` is the share of each new one. */
export function smooth(values: readonly number[], rate = 0.05): readonly number[] {
  let mean = values[0] ?? NaN;
  return values.map((value) => {
    if (Number.isFinite(value)) mean += (value - mean) * rate;
    return mean;
  });
}

/** Gathers `values` into at most `width` columns; a column without a value is left out. */
export function columnsOf(values: readonly number[], width: number): readonly Column[] {
  const smoothed = smooth(values);
  const count = Math.min(width, values.length);
  return Array.from({ length: count }, (_, column) => {
    const from = Math.floor((column * values.length) / count);
    const to = Math.max(from + 1, Math.floor(((column + 1) * values.length) / count));
    let [low, high] = [Infinity, -Infinity];
    for (let i = from; i < to; i++) {
      low = Math.min(low, values[i]!);
      high = Math.max(high, values[i]!);
    }
    return { low, high, mean: smoothed[to - 1]! };
  });
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

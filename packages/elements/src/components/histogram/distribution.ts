/**
 * How the numbers of a tensor are spread: bins of one width with an edge at 0, so that no bin mixes signs; what is exactly 0 and
 * what is no finite number is counted apart. No words, no drawing.
 */
import { tickStep } from 'd3-array';
import { largestSize } from '../../render/scale.js';

/** Values from `from` on and below `to`; in the last bin `to` belongs to it. `zero` is what is exactly 0: it has no width. */
export interface Bin {
  readonly side: 'negative' | 'zero' | 'positive';
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

export interface Distribution {
  /** From left to right; `zero` only where there are zeros. */
  readonly bins: readonly Bin[];
  readonly step: number;
  /** Bins on the left of 0 and on its right: as many where any value is negative, else none on the left. */
  readonly left: number;
  readonly right: number;
  /** The largest count of a bin. */
  readonly most: number;
  readonly length: number;
  readonly zeros: number;
  readonly notNumbers: number;
  readonly infinite: number;
  /** Of the finite values; NaN where there are none. The deviation is divided by how many they are. */
  readonly mean: number;
  readonly deviation: number;
  readonly smallest: number;
  readonly largest: number;
}

/** Bins on one side of 0: the root of the number of values, within these. */
const fewest = 5;
const fullest = 20;

export function distributionOf(values: ArrayLike<number>): Distribution {
  const limit = largestSize(values);
  const facts = factsOf(values, limit);
  const { finite, smallest } = facts;
  const wanted = Math.max(fewest, Math.min(fullest, Math.ceil(Math.sqrt(finite))));
  const step = limit > 0 ? tickStep(0, limit, wanted) : 1;
  const right = limit > 0 ? Math.max(1, Math.ceil(limit / step)) : 0;
  const left = smallest < 0 ? right : 0;
  const counts = countsOf(values, step, left, right);
  const bins: Bin[] = Array.from(counts, (count, index) => ({
    side: index < left ? 'negative' : 'positive',
    from: (index - left) * step,
    to: (index - left + 1) * step,
    count,
  }));
  if (facts.zeros > 0) bins.splice(left, 0, { side: 'zero', from: 0, to: 0, count: facts.zeros });
  return {
    ...facts,
    bins,
    step,
    left,
    right,
    most: bins.reduce((most, { count }) => Math.max(most, count), 0),
    length: values.length,
  };
}

type Facts = Pick<
  Distribution,
  'zeros' | 'notNumbers' | 'infinite' | 'mean' | 'deviation' | 'smallest' | 'largest'
> & { readonly finite: number };

/** In shares of the largest size: squares of it could be too large for a number. */
function factsOf(values: ArrayLike<number>, limit: number): Facts {
  const unit = limit > 0 ? limit : 1;
  let [zeros, notNumbers, infinite, finite, mean, squares] = [0, 0, 0, 0, 0, 0];
  let [smallest, largest] = [NaN, NaN];
  for (let index = 0; index < values.length; index++) {
    const value = values[index]!;
    if (Number.isNaN(value)) notNumbers += 1;
    else if (Math.abs(value) === Infinity) infinite += 1;
    else {
      finite += 1;
      if (value === 0) zeros += 1;
      if (!(value >= smallest)) smallest = value;
      if (!(value <= largest)) largest = value;
      // Welford's update: no difference of two large sums.
      const off = value / unit - mean;
      mean += off / finite;
      squares += off * (value / unit - mean);
    }
  }
  return {
    zeros,
    notNumbers,
    infinite,
    finite,
    mean: finite > 0 ? mean * unit : NaN,
    deviation: finite > 0 ? Math.sqrt(squares / finite) * unit : NaN,
    smallest,
    largest,
  };
}

/** Every finite value but 0, in one pass and without a copy: live weights are counted while a run goes on. */
function countsOf(values: ArrayLike<number>, step: number, left: number, right: number): Uint32Array {
  const counts = new Uint32Array(left + right);
  for (let index = 0; index < values.length; index++) {
    const value = values[index]!;
    if (value === 0 || !Number.isFinite(value)) continue;
    let bin = Math.floor(value / step);
    // The quotient is rounded: the edges, as they are shown, decide.
    if (value < bin * step) bin -= 1;
    else if (value >= (bin + 1) * step) bin += 1;
    counts[Math.max(0, Math.min(counts.length - 1, bin + left))]! += 1;
  }
  return counts;
}

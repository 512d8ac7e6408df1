/** What there is to say of one map: its largest number and where, its mean, how many cells are on. */
import type { Values } from '../../trace/trace.js';

export interface MapFacts {
  readonly largest: number;
  readonly row: number;
  readonly column: number;
  readonly mean: number;
  readonly on: number;
}

/** @param values Of all maps, channels last. NaN is passed over in the largest and kept in the mean. */
export function factsOf(
  values: Values,
  [height, width, count]: readonly [number, number, number],
  unit: number,
): MapFacts {
  let [largest, place, sum, on] = [-Infinity, 0, 0, 0];
  for (let cell = 0; cell < height * width; cell++) {
    const value = values[cell * count + unit]!;
    if (value > largest) [largest, place] = [value, cell];
    if (value > 0) on += 1;
    sum += value;
  }
  return {
    largest: largest === -Infinity ? NaN : largest,
    row: Math.floor(place / width),
    column: place % width,
    mean: sum / (height * width),
    on,
  };
}

/** The end of each map's own scale. */
export const limitsOf = (values: Values, count: number): Float64Array => {
  const limits = new Float64Array(count);
  for (let place = 0; place < values.length; place++) {
    const size = Math.abs(values[place]!);
    if (size > limits[place % count]! && size !== Infinity) limits[place % count] = size;
  }
  return limits;
};

export interface Ranked {
  readonly unit: number;
  readonly largest: number;
}

export type Place = readonly [row: number, column: number];

/** So far a stroke that is pointed at may lie from the cell that answers to it. */
const reach = 2;

/**
 * Units, the one with the largest number first; among equals the earlier one. A map without numbers is left out.
 * @param near Where told: only cells within two of it count.
 */
export function strongestFirst(
  values: Values,
  shape: readonly [height: number, width: number, count: number],
  near?: Place,
): readonly Ranked[] {
  return Array.from({ length: shape[2] }, (_, unit) => ({
    unit,
    largest: near ? largestNear(values, shape, unit, near) : factsOf(values, shape, unit).largest,
  }))
    .filter(({ largest }) => Number.isFinite(largest))
    .sort((a, b) => b.largest - a.largest);
}

function largestNear(
  values: Values,
  [height, width, count]: readonly [number, number, number],
  unit: number,
  [row, column]: Place,
): number {
  let largest = -Infinity;
  for (let y = Math.max(0, row - reach); y <= Math.min(height - 1, row + reach); y++)
    for (let x = Math.max(0, column - reach); x <= Math.min(width - 1, column + reach); x++) {
      const value = values[(y * width + x) * count + unit]!;
      if (value > largest) largest = value;
    }
  return largest;
}

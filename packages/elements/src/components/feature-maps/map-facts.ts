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

/** Units, the one with the largest number first; among equals the earlier one. A map without numbers is left out. */
export function strongestFirst(
  values: Values,
  shape: readonly [height: number, width: number, count: number],
): readonly Ranked[] {
  return Array.from({ length: shape[2] }, (_, unit) => ({
    unit,
    largest: factsOf(values, shape, unit).largest,
  }))
    .filter(({ largest }) => !Number.isNaN(largest))
    .sort((a, b) => b.largest - a.largest);
}

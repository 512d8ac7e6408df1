/** What is made of a linear network's weights is kept while they stay the same: a new input comes with new copies of them. */
import { convolve } from '@convlens/geometry';
import { Last } from '../../last.js';
import { affineMap, scoresOf } from '../../linear/affine-map.js';
import type { AffineMap } from '../../linear/affine-map.js';
import { equalKernelOf } from '../../linear/equal-kernel.js';
import type { EqualKernel } from '../../linear/equal-kernel.js';
import { LinearError } from '../../linear/errors.js';
import { lookInside } from '../../trace/look-inside.js';
import type { Trace, Values } from '../../trace/trace.js';

export interface Templates extends AffineMap {
  /** Template times image plus bias, and what the network put out; of images that are there. */
  readonly scores: Float64Array | undefined;
  readonly truth: Values | undefined;
}

/** One map of the second convolution, made in both ways. */
export interface Comparison {
  readonly two: Float64Array;
  readonly one: Float64Array;
  /** The largest differences, inside and where padding has entered. */
  readonly inside: number;
  readonly atBorder: number;
}

export class LinearAnswers {
  #weights: readonly Values[] = [];
  readonly #templates = new Last<AffineMap | LinearError>();
  readonly #kernel = new Last<EqualKernel | LinearError>();

  templates(trace: Trace): Templates | LinearError {
    const map = this.#templates.of(this.#key(trace), () => orError(() => affineMap(trace)));
    if (map instanceof LinearError) return map;
    const image = trace.values(0);
    return {
      ...map,
      scores: image && scoresOf(map, image),
      truth: trace.values(trace.stages.length - 1),
    };
  }

  kernel(trace: Trace): EqualKernel | LinearError {
    return this.#kernel.of(this.#key(trace), () => orError(() => equalKernelOf(trace)));
  }

  /** The same arrays as before for weights of the same numbers. */
  #key(trace: Trace): readonly unknown[] {
    const weights = trace.stages.flatMap(({ layer }, index) =>
      Object.keys(layer?.weights ?? {}).map((name) => trace.weight(index, name) ?? []),
    );
    this.#weights = weights.map((values, index) => {
      const before = this.#weights[index];
      return before && isSame(values, before) ? before : values;
    });
    return [...this.#weights, trace.model];
  }
}

/** The weights that make one map: `[height, width, channels]`. */
export function weightsOfMap({ filter }: EqualKernel, unit: number): Float64Array {
  const filters = filter.shape[3];
  return filter.values.filter((_, index) => index % filters === unit);
}

/** What another way of reckoning gives for one map; undefined where the record has not what it needs. */
export function compare(trace: Trace, kernel: EqualKernel, unit: number): Comparison | undefined {
  const image = trace.values(0);
  const stage = trace.stages.findIndex(({ name }) => name === kernel.to);
  const two = lookInside(trace, { stage, unit, row: 0, column: 0 })?.sums;
  const [height, width, channels] = kernel.filter.shape;
  const input = trace.stages[0]!;
  if (!image || !two) return undefined;
  const one = convolve(
    { values: image, shape: [...input.size, input.count] },
    {
      values: weightsOfMap(kernel, unit),
      shape: [height, width, channels, 1],
    },
    { strides: kernel.strides, padding: kernel.pads, bias: [kernel.bias[unit]!] },
  ).values;
  const largest = (isBorder: 0 | 1): number =>
    one.reduce(
      (most, value, cell) =>
        kernel.border[cell] === isBorder ? Math.max(most, Math.abs(value - two[cell]!)) : most,
      0,
    );
  return { two, one, inside: largest(0), atBorder: largest(1) };
}

/** The largest difference between scores that should be the same. */
export const largestDifference = (a: Values, b: Values): number =>
  Array.from({ length: a.length }, (_, index) => Math.abs(a[index]! - b[index]!)).reduce(
    (most, difference) => Math.max(most, difference),
    0,
  );

function isSame(a: Values, b: Values): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let index = 0; index < a.length; index++) if (!Object.is(a[index], b[index])) return false;
  return true;
}

function orError<T>(make: () => T): T | LinearError {
  try {
    return make();
  } catch (error) {
    if (error instanceof LinearError) return error;
    throw error;
  }
}

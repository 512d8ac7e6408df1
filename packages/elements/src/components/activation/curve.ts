/** A function and its derivative as lines in a box, in the box's own units. Pure arithmetic. */
import { activationFunctions } from '@convlens/geometry';
import type { ActivationName } from '@convlens/types';
import { largestSize } from '../../render/scale.js';
import type { Values } from '../../trace/trace.js';

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Curve {
  /** The line runs from `-limit` to `limit`. */
  readonly limit: number;
  readonly lowest: number;
  readonly highest: number;
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
  /** Path data of the function, and of its derivative. */
  readonly line: string;
  readonly slope: string;
}

/** Points of each half of a line. */
const pointsOfHalf = 64;
/** Just above zero: a derivative that jumps has its upper value there. */
const aboveZero = 1e-12;

/** @param values What is to find room on the axis. */
export function curveOf(activation: ActivationName, values: Values, box: Box): Curve {
  const { value, derivative } = activationFunctions[activation];
  const limit = roundUp(Math.max(1, largestSize(values)));
  const lowest = Math.min(0, value(-limit));
  const highest = Math.max(1, value(limit));
  const x = (at: number): number => box.left + ((at + limit) / (2 * limit)) * (box.right - box.left);
  const y = (at: number): number =>
    box.bottom - ((at - lowest) / (highest - lowest)) * (box.bottom - box.top);
  const path = (f: (at: number) => number): string =>
    [
      [-limit, 0],
      [aboveZero, limit],
    ]
      .map(([from, to]) =>
        Array.from({ length: pointsOfHalf + 1 }, (_, point) => {
          const at = from! + ((to! - from!) * point) / pointsOfHalf;
          return `${round(x(at))} ${round(y(f(at)))}`;
        }).join('L'),
      )
      .map((half) => `M${half}`)
      .join('');
  return { limit, lowest, highest, x, y, line: path(value), slope: path(derivative) };
}

/** One, two or five times a power of ten. */
export function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 5].map((step) => step * power).find((step) => step >= value) ?? 10 * power;
}

const round = (at: number): number => Math.round(at * 100) / 100;

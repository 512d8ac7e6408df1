/**
 * From a value to a colour. An activation runs from the page to the end of orange; a signed value from blue through the
 * page to orange, always symmetric round 0; a pixel from paper to ink. What is no number is drawn as such: a checked cell.
 */
import { colourAt } from './ramp.js';
import type { Ramp } from './ramp.js';
import type { Rgb } from './oklab.js';

export type ScaleKind = 'activation' | 'signed' | 'pixel';

/** The ramps of one theme. */
export interface Ramps {
  readonly positive: Ramp;
  readonly negative: Ramp;
  readonly pixel: Ramp;
  /** Colour of a value that is not a number. */
  readonly invalid: Rgb;
}

/** One scale of one theme: `limit` is the value at the end of the ramp (of both ramps where signed). */
export interface Scale {
  readonly kind: ScaleKind;
  readonly limit: number;
}

/** The largest finite size among values, which is where their scale ends. 0 where all are zero, missing or no numbers. */
export function largestSize(values: ArrayLike<number>): number {
  let largest = 0;
  for (let index = 0; index < values.length; index++) {
    const size = Math.abs(values[index]!);
    if (size > largest && size !== Infinity) largest = size;
  }
  return largest;
}

/** Of an image: paper to ink where all values are shares, else signed. */
export function scaleOfImage(values: ArrayLike<number>): Scale {
  let isShares = true;
  for (let index = 0; index < values.length && isShares; index++)
    isShares = !(values[index]! < 0 || values[index]! > 1);
  return isShares ? { kind: 'pixel', limit: 1 } : { kind: 'signed', limit: largestSize(values) };
}

export function colourOf(ramps: Ramps, { kind, limit }: Scale, value: number): Rgb {
  if (Number.isNaN(value)) return ramps.invalid;
  const share = limit > 0 ? value / limit : 0;
  if (kind === 'pixel') return colourAt(ramps.pixel, share);
  if (share < 0) return kind === 'signed' ? colourAt(ramps.negative, -share) : colourAt(ramps.positive, 0);
  return colourAt(ramps.positive, share);
}

/** Which size a picture is to have, by what was asked for. */
import { invalidOption } from '../errors.js';
import { maxPixels } from './limits.js';
import type { Sides } from './resize-area.js';

export interface TargetSize {
  /** In pixels; follows the height where only that is given. */
  readonly width?: number;
  /** In pixels; follows the width where only that is given. */
  readonly height?: number;
  /** The longest side at most; a smaller picture stays as it is. Not beside `width` or `height`. */
  readonly maxSize?: number;
}

/** Height and width: as stored where nothing is asked for, else with the ratio kept unless both sides are given. */
export function targetSize(
  [height, width]: Sides,
  { width: wantedWidth, height: wantedHeight, maxSize }: TargetSize,
): Sides {
  for (const [option, value] of Object.entries({ width: wantedWidth, height: wantedHeight, maxSize })) {
    if (value !== undefined && !(Number.isInteger(value) && value > 0))
      throw invalidOption('toImageBatch', option, 'a whole number of 1 or more', value, 'Count pixels.');
  }
  if (maxSize !== undefined && (wantedWidth ?? wantedHeight) !== undefined)
    throw invalidOption('toImageBatch', 'maxSize', 'alone', maxSize, 'Give it, or width and height.');
  const scaled = (side: number, scale: number): number => Math.max(1, Math.round(side * scale));
  const scale = Math.min(1, (maxSize ?? Infinity) / Math.max(height, width));
  const wanted: Sides = [
    wantedHeight ?? scaled(height, wantedWidth === undefined ? scale : wantedWidth / width),
    wantedWidth ?? scaled(width, wantedHeight === undefined ? scale : wantedHeight / height),
  ];
  if (wanted[0] * wanted[1] > maxPixels) {
    throw invalidOption(
      'toImageBatch',
      wantedWidth === undefined ? 'height' : 'width',
      `small enough for at most ${maxPixels} pixels`,
      wantedWidth ?? wantedHeight,
      `It would make ${wanted[1]} x ${wanted[0]}.`,
    );
  }
  return wanted;
}

/** A map moved by whole cells, and how much of what is made of it changes. */
import type { PlainImage } from '@convlens/geometry';

export type Shift = readonly [down: number, right: number];

/** What comes in from outside is zero; what goes out is lost. */
export function shifted({ values, shape }: PlainImage, [down, right]: Shift): PlainImage {
  if (down === 0 && right === 0) return { values, shape };
  const [height, width, channels] = shape;
  const moved = new Float64Array(values.length);
  for (let row = Math.max(0, down); row < Math.min(height, height + down); row++) {
    for (let column = Math.max(0, right); column < Math.min(width, width + right); column++) {
      const from = ((row - down) * width + column - right) * channels;
      const to = (row * width + column) * channels;
      for (let channel = 0; channel < channels; channel++) moved[to + channel] = values[from + channel]!;
    }
  }
  return { values: moved, shape };
}

export interface Change {
  readonly changed: number;
  readonly cells: number;
  /** Mean of |after − before| over all cells; NaN where numbers were or became none. */
  readonly mean: number;
}

/** Less than this is rounding: the same numbers added up in another order. */
const rounding = 1e-12;

export function changeBetween(before: ArrayLike<number>, after: ArrayLike<number>): Change {
  let [changed, sum] = [0, 0];
  for (let cell = 0; cell < before.length; cell++) {
    const [a, b] = [before[cell]!, after[cell]!];
    if (Object.is(a, b)) continue;
    const size = Math.abs(b - a);
    if (size <= rounding * Math.max(1, Math.abs(a))) continue;
    changed++;
    sum += size;
  }
  return { changed, cells: before.length, mean: before.length === 0 ? 0 : sum / before.length };
}

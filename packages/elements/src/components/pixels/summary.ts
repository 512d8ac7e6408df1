/** What can be said of a channel as a whole. */
import type { Pixels } from './image.js';

export interface Summary {
  readonly least: number;
  readonly most: number;
  readonly mean: number;
}

/** Of the values that are numbers; undefined where none is. */
export function summaryOf({ values, height, width, channels }: Pixels, channel: number): Summary | undefined {
  let [least, most, sum, count] = [Infinity, -Infinity, 0, 0];
  for (let index = channel; index < height * width * channels; index += channels) {
    const value = values[index]!;
    if (value !== value) continue;
    if (value < least) least = value;
    if (value > most) most = value;
    sum += value;
    count++;
  }
  return count > 0 ? { least, most, mean: sum / count } : undefined;
}

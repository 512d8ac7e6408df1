/** Pixels as browsers keep them to the channels that a network reads. */

/** Grey or colour. */
export type Channels = 1 | 3;

/** Red, green and blue from 0 to 1. */
export type Background = readonly [red: number, green: number, blue: number];

/** What full brightness is after `flattenRow`: whole numbers all along, so that grey stays exactly what it was. */
export const fullScale: Readonly<Record<Channels, number>> = { 1: 255 * 255 * 1000, 3: 255 * 255 };

/**
 * One row of straight RGBA bytes on a background, as one channel or three; `fullScale` is 1.
 *
 * - transparency: `colour * alpha + background * (1 - alpha)` on the stored values
 * - grey: `0.299 red + 0.587 green + 0.114 blue` of the stored values (ITU-R BT.601), as Pillow, OpenCV and torchvision have it
 */
export function flattenRow(
  rgba: ArrayLike<number>,
  start: number,
  channels: Channels,
  background: Background,
  out: Float64Array,
): Float64Array {
  const [red, green, blue] = background.map((part) => part * 255) as [number, number, number];
  const pixels = out.length / channels;
  for (let pixel = 0, at = start; pixel < pixels; pixel++, at += 4) {
    const alpha = rgba[at + 3]!;
    const rest = 255 - alpha;
    const r = rgba[at]! * alpha + red * rest;
    const g = rgba[at + 1]! * alpha + green * rest;
    const b = rgba[at + 2]! * alpha + blue * rest;
    if (channels === 1) {
      out[pixel] = 299 * r + 587 * g + 114 * b;
    } else {
      out[pixel * 3] = r;
      out[pixel * 3 + 1] = g;
      out[pixel * 3 + 2] = b;
    }
  }
  return out;
}

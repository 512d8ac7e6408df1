/** One image of a batch as pixels, and what can be wrong with a batch. No canvas. */
import type { ImageBatch } from '@convlens/types';
import { colourAt } from '../../render/ramp.js';
import type { Ramps } from '../../render/scale.js';

export type ImageSize = readonly [height: number, width: number, channels: number];

/** Why a batch cannot be drawn; undefined where it can. */
export type ImageFlaw =
  | { readonly flaw: 'shape'; readonly received: string }
  | { readonly flaw: 'length'; readonly expected: number; readonly received: number };

export function imageFlaw({ shape, data }: ImageBatch): ImageFlaw | undefined {
  const isWhole = Array.isArray(shape) && shape.length === 4 && shape.every((size) => Number.isInteger(size));
  // No images at all are nothing wrong; an image without pixels is.
  if (!isWhole || shape[0] < 0 || shape.slice(1).some((size) => size < 1))
    return { flaw: 'shape', received: `[${Array.from(shape ?? []).join(', ')}]` };
  const expected = shape.reduce((product, size) => product * size, 1);
  return data?.length === expected ? undefined : { flaw: 'length', expected, received: data?.length ?? 0 };
}

/**
 * Writes image `index` into `into`, one opaque pixel a cell. Three channels and four are red, green and blue (a fourth, how
 * opaque, is left out); of any other number the first is drawn from paper to ink. Values beyond 0 and 1 are drawn as 0 and 1.
 */
export function imagePixels(images: ImageBatch, index: number, ramps: Ramps, into: Uint8ClampedArray): void {
  const [, height, width, channels] = images.shape;
  const { data } = images;
  const isColour = channels === 3 || channels === 4;
  // A byte is 255 times its share already.
  const toByte = data instanceof Uint8Array ? 1 : 255;
  const start = index * height * width * channels;
  for (let cell = 0, to = 0; cell < height * width; cell++, to += 4) {
    const from = start + cell * channels;
    const [red, green, blue] = isColour
      ? [data[from]! * toByte, data[from + 1]! * toByte, data[from + 2]! * toByte]
      : inkOf(data[from]! * toByte, ramps);
    const isNumber = !Number.isNaN(red) && !Number.isNaN(green) && !Number.isNaN(blue);
    into[to] = isNumber ? red : ramps.invalid[0];
    into[to + 1] = isNumber ? green : ramps.invalid[1];
    into[to + 2] = isNumber ? blue : ramps.invalid[2];
    into[to + 3] = 255;
  }
}

const noNumber = [NaN, NaN, NaN] as const;

const inkOf = (byte: number, ramps: Ramps): readonly [number, number, number] =>
  Number.isNaN(byte) ? noNumber : colourAt(ramps.pixel, byte / 255);

/** Whether any value of these images is no share from 0 to 1; bytes always are. */
export function leavesRange({ shape, data }: ImageBatch, indices: readonly number[]): boolean {
  if (data instanceof Uint8Array) return false;
  const size = shape[1] * shape[2] * shape[3];
  return indices.some((index) =>
    data.subarray(index * size, (index + 1) * size).some((value) => !(value >= 0 && value <= 1)),
  );
}

/** A copy of one image as a batch of one. */
export function imageAt({ shape, data }: ImageBatch, index: number): ImageBatch {
  const [, height, width, channels] = shape;
  const size = height * width * channels;
  return { shape: [1, height, width, channels], data: data.slice(index * size, (index + 1) * size) };
}

/** Numbers to pixels, without a canvas: one pixel a cell, the maps of a tensor side by side in one bitmap. */
import type { Ramps, Scale } from './scale.js';

/** Opaque pixels, row by row. */
export interface Bitmap {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint32Array;
}

/** Where the planes of a tensor lie in its memory: value `(plane, cell)` is at `plane * planeStride + cell * cellStride + offset`. */
export interface Planes {
  readonly values: ArrayLike<number>;
  readonly width: number;
  readonly height: number;
  readonly count: number;
  readonly planeStride: number;
  readonly cellStride: number;
  readonly offset?: number;
  /** Where each plane has a scale of its own: the value at its end. */
  readonly limits?: ArrayLike<number>;
}

/** Channels-last activations `[1, height, width, channels]`. */
export const mapsOf = (
  values: ArrayLike<number>,
  [height, width, channels]: readonly [number, number, number],
): Planes => ({ values, width, height, count: channels, planeStride: 1, cellStride: channels });

/** The slice of a filter `[height, width, inChannels, filters]` that looks at one input channel, for every filter. */
export const kernelsOf = (
  values: ArrayLike<number>,
  [height, width, inChannels, filters]: readonly [number, number, number, number],
  inChannel: number,
): Planes => ({
  values,
  width,
  height,
  count: filters,
  planeStride: 1,
  cellStride: inChannels * filters,
  offset: inChannel * filters,
});

/**
 * Paints every plane, left to right, into one bitmap of `count * width` by `height`.
 * @param into A bitmap of the same size to paint over; a new one is made without it.
 */
export function paintPlanes(planes: Planes, scale: Scale, ramps: Ramps, into?: Bitmap): Bitmap {
  const { values, width, height, count, planeStride, cellStride, offset = 0 } = planes;
  const stride = width * count;
  const bitmap =
    into && into.width === stride && into.height === height
      ? into
      : { width: stride, height, pixels: new Uint32Array(stride * height) };
  const { pixels } = bitmap;
  const up = scale.kind === 'pixel' ? ramps.pixel : ramps.positive;
  const down = scale.kind === 'signed' ? ramps.negative : undefined;
  const zero = up[0]!;
  const invalid = packed(ramps.invalid);
  for (let plane = 0; plane < count; plane++) {
    const limit = planes.limits?.[plane] ?? scale.limit;
    const factor = limit > 0 ? 255 / limit : 0;
    for (let row = 0, cell = 0; row < height; row++) {
      let pixel = row * stride + plane * width;
      for (let column = 0; column < width; column++, cell++, pixel++) {
        const value = values[plane * planeStride + cell * cellStride + offset]!;
        const entry = value * factor;
        if (entry > 0) pixels[pixel] = up[entry < 254.5 ? (entry + 0.5) | 0 : 255]!;
        else if (entry < 0 && down) pixels[pixel] = down[entry > -254.5 ? (0.5 - entry) | 0 : 255]!;
        else pixels[pixel] = value === value ? zero : invalid;
      }
    }
  }
  return bitmap;
}

function packed([red, green, blue]: readonly [number, number, number]): number {
  return new Uint32Array(Uint8Array.of(red, green, blue, 255).buffer)[0]!;
}

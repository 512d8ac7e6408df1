/** The border: what comes from outside is an image in plain numbers here, or the rule that it breaks. */

/** `[height, width, channels]`, or with a batch axis in front, of which the first image is taken. */
export interface PixelImage {
  readonly shape: readonly number[];
  readonly data: ArrayLike<number>;
}

export interface Pixels {
  /** As stored, channels last; what was no number is NaN. */
  readonly values: ArrayLike<number>;
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  /** The value of full light: 255 where the image is stored as bytes, else 1. */
  readonly limit: 1 | 255;
  readonly batch: number;
  /** Values that are no numbers, and values that lie below 0 or above the limit. */
  readonly missing: number;
  readonly outside: number;
}

export type Broken =
  | { readonly rule: 'shape'; readonly shape: readonly unknown[] }
  | { readonly rule: 'size'; readonly height: number; readonly width: number }
  | { readonly rule: 'channels'; readonly channels: number }
  | { readonly rule: 'length'; readonly shape: readonly number[]; readonly length: number };

/** One bitmap of four bytes a cell is kept for each panel: 4 MB of this many cells a side. */
export const mostCells = 1024;
export const mostChannels = 32;

export function readImage({ shape, data }: PixelImage): Pixels | Broken {
  const axes = Array.isArray(shape) ? Array.from<number>(shape) : [];
  const isShape = (axes.length === 3 || axes.length === 4) && axes.every(isCount);
  const [batch = 0, height = 0, width = 0, channels = 0] = axes.length === 3 ? [1, ...axes] : axes;
  if (!isShape) return { rule: 'shape', shape: axes };
  if (Math.max(height, width) > mostCells) return { rule: 'size', height, width };
  if (channels > mostChannels) return { rule: 'channels', channels };
  const count = batch * height * width * channels;
  const length = Number(data?.length ?? 0);
  if (length !== count) return { rule: 'length', shape: axes, length };
  const values = numbersOf(data);
  const size = { height, width, channels, batch };
  if (isBytes(values)) return { values, ...size, limit: 255, missing: 0, outside: 0 };
  return { values, ...size, ...survey(values, height * width * channels) };
}

const isCount = (size: unknown): boolean => Number.isInteger(size) && Number(size) >= 1;

const isBytes = (values: ArrayLike<number>): boolean =>
  values instanceof Uint8Array || values instanceof Uint8ClampedArray;

/** Anything but the common arrays of numbers is copied: what stands in it need not be numbers. */
function numbersOf(data: ArrayLike<number>): ArrayLike<number> {
  if (isBytes(data) || data instanceof Float32Array || data instanceof Float64Array) return data;
  return Float64Array.from(data, (value: unknown) => (typeof value === 'number' ? value : NaN));
}

/** Whole numbers of which one is larger than 1 are bytes; anything else is shares of 1. */
function survey(
  values: ArrayLike<number>,
  count: number,
): { readonly limit: 1 | 255; readonly missing: number; readonly outside: number } {
  let isWhole = true;
  let most = -Infinity;
  let missing = 0;
  for (let index = 0; index < count; index++) {
    const value = values[index]!;
    if (value !== value) missing++;
    else {
      isWhole &&= value >= 0 && Number.isInteger(value);
      if (value > most) most = value;
    }
  }
  const limit = isWhole && most > 1 ? 255 : 1;
  let outside = 0;
  for (let index = 0; index < count; index++) if (values[index]! < 0 || values[index]! > limit) outside++;
  return { limit, missing, outside };
}

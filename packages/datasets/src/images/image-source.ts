/** Everything that a page holds pictures in. */

/**
 * The type of a browser's class where the program is compiled with the DOM's types, else nothing: programs for Node, which are not,
 * must compile as well.
 */
export type Host<Name extends string> =
  typeof globalThis extends Record<Name, { prototype: infer Instance }> ? Instance : never;

/** Straight RGBA bytes, row-major: an `ImageData`, or what a decoder in Node makes. */
export interface PixelData {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray | Uint8Array;
}

/** `File` is a `Blob`. */
export type ImageSource =
  | Host<'Blob'>
  | Host<'HTMLImageElement'>
  | Host<'SVGImageElement'>
  | Host<'HTMLVideoElement'>
  | Host<'HTMLCanvasElement'>
  | Host<'OffscreenCanvas'>
  | Host<'ImageBitmap'>
  | Host<'VideoFrame'>
  | PixelData;

/** `'HTMLImageElement'`: works for objects of another frame too, and where there is no such class. */
export const className = (source: unknown): string => Object.prototype.toString.call(source).slice(8, -1);

export const isPixelData = (source: unknown): source is PixelData =>
  typeof source === 'object' &&
  source !== null &&
  'data' in source &&
  'width' in source &&
  'height' in source;

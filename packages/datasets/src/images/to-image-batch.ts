/** Pictures of a page as numbers: whatever a browser shows becomes an `ImageBatch`, and the same one on every machine. */
import type { ImageBatch } from '@convlens/types';
import { invalidOption } from '../errors.js';
import { decode } from './decode.js';
import { flattenRow, fullScale } from './flatten-row.js';
import type { Background, Channels } from './flatten-row.js';
import type { ImageSource } from './image-source.js';
import { AreaAverage } from './resize-area.js';
import { targetSize } from './target-size.js';
import type { TargetSize } from './target-size.js';

export interface ImageBatchOptions extends TargetSize {
  /** 3 for red, green and blue (unless told), 1 for grey. */
  readonly channels?: Channels;
  /** What transparent pixels lie on, red, green and blue from 0 to 1; white unless told. */
  readonly background?: Background;
}

/** Rows are read in parts of so many pixels: 4 MB, and some 20 ms. */
const partPixels = 2 ** 20;

/**
 * Reads one picture: a `File` or other `Blob`, an `<img>`, an SVG `<image>`, a `<video>`, a canvas, an `ImageBitmap`, a `VideoFrame`,
 * an `ImageData`, or in Node straight RGBA bytes with their `width` and `height`.
 *
 * - returns `[1, height, width, channels]`, 0 to 1
 *
 * Values are those that are stored, byte / 255: no colour profile and no gamma is applied. Photos are turned as their EXIF orientation
 * says. Transparent pixels are laid on `background`; grey is 0.299 red + 0.587 green + 0.114 blue (BT.601). Without a size the picture
 * keeps its own. `maxSize` makes it smaller with the ratio kept, never larger; `width` or `height` makes it just so, with the ratio kept
 * where only one is given. Resizing is by area (`resizeArea`).
 *
 * Files are PNG, JPEG, GIF, WebP, BMP or AVIF, as far as the browser decodes them; the first picture of an animation. 16-bit
 * pictures are reduced to 8 by the browser. In a browser whose canvas has no float16 (`colorType`), half-transparent pixels may be off by
 * 1 / 255.
 *
 * @throws DatasetError `IMAGE_TOO_LARGE`, with `imageSize`, above 16 megapixels (before it is decoded, where the file or element tells);
 * `FILE_TOO_LARGE` above 64 MB; `NOT_AN_IMAGE` for other files and values; `IMAGE_BROKEN` when it does not decode; `IMAGE_NOT_READY` for a
 * video without a frame or a closed bitmap; `IMAGE_UNREADABLE` for a picture of another origin; `NO_BROWSER` in Node, but for bytes;
 * `INVALID_OPTION`.
 * @example
 * const pixels = { width: 2, height: 1, data: Uint8Array.of(255, 0, 0, 255, 0, 0, 0, 0) };
 * (await toImageBatch(pixels)).data // Float32Array [1, 0, 0, 1, 1, 1]
 * (await toImageBatch(pixels, { maxSize: 1, background: [0, 0, 0] })).data // Float32Array [0.5, 0, 0]
 */
export async function toImageBatch(
  source: ImageSource,
  options: ImageBatchOptions = {},
): Promise<ImageBatch & { readonly data: Float32Array }> {
  const { channels = 3, background = [1, 1, 1] } = options;
  if (channels !== 1 && channels !== 3)
    throw invalidOption(
      'toImageBatch',
      'channels',
      '1 (grey) or 3 (colour)',
      channels,
      'Use 3 to begin with.',
    );
  if (background.length !== 3 || !background.every((part) => part >= 0 && part <= 1)) {
    throw invalidOption(
      'toImageBatch',
      'background',
      'red, green and blue from 0 to 1',
      background,
      'White is [1, 1, 1].',
    );
  }
  const picture = await decode(source);
  try {
    const [height, width] = picture.size;
    const output = targetSize(picture.size, options);
    const average = new AreaAverage(picture.size, output, channels, fullScale[channels]);
    const line = new Float64Array(width * channels);
    const partRows = Math.max(1, Math.floor(partPixels / width));
    for (let top = 0; top < height; top += partRows) {
      // A large picture leaves the page time to draw.
      if (top > 0) await nextTask();
      const rows = Math.min(partRows, height - top);
      const rgba = picture.readRows(top, rows);
      for (let row = 0; row < rows; row++)
        average.add(flattenRow(rgba, row * width * 4, channels, background, line));
    }
    return { shape: [1, ...output, channels], data: average.values };
  } finally {
    picture.close();
  }
}

const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** One fixed rearrangement of pixels: what lies next to what is lost, and nothing else. */
import { permutation, randomKey } from '@convlens/random';
import type { ImageBatch } from '@convlens/types';
import { checkImages } from './check-images.js';

/**
 * Moves the pixels of every image to other places, in the same way for all images.
 *
 * - `images`: `[batch, height, width, channels]`; the channels of a pixel stay together
 * - returns a new batch of the same shape and type
 *
 * The order follows from the seed and the size of an image alone, so images that come in parts, or years later, are
 * permuted alike. Where each pixel comes from is told by an image whose pixels are numbered 0, 1, 2, …
 *
 * @param seed A whole number from 0 to 2^53 - 1.
 * @throws DatasetError `INVALID_OPTION` when shape and data do not fit together; RangeError for any other seed.
 * @example
 * const image = { shape: [1, 2, 2, 1], data: Uint8Array.of(10, 20, 30, 40) };
 * permutePixels(image, 1).data // Uint8Array [30, 20, 10, 40]
 */
export function permutePixels(images: ImageBatch, seed: number): ImageBatch {
  checkImages('permutePixels', images);
  const { shape, data } = images;
  const [batch, height, width, channels] = shape;
  const order = permutation(height * width, randomKey(seed, 'pixels'));
  const out = data.slice();
  for (let image = 0; image < batch; image++) {
    const start = image * height * width * channels;
    for (let pixel = 0; pixel < order.length; pixel++) {
      const from = start + order[pixel]! * channels;
      const to = start + pixel * channels;
      for (let channel = 0; channel < channels; channel++) out[to + channel] = data[from + channel]!;
    }
  }
  return { shape, data: out };
}

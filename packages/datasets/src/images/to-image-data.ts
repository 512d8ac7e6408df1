/** Numbers back to pixels that a canvas takes. */
import type { ImageBatch } from '@convlens/types';
import { checkImages } from '../check-images.js';
import { invalidOption, noBrowser } from '../errors.js';
import type { Host } from './image-source.js';

/**
 * One picture of a batch as an `ImageData`, opaque: for `context.putImageData`. Values are 0 to 1, those outside are cut off; NaN is black.
 *
 * @throws DatasetError `INVALID_OPTION` when there is no such picture or it has neither 1 nor 3 channels, or shape and data do not fit together; `NO_BROWSER` in Node.
 * @example toRgba({ shape: [1, 1, 2, 1], data: Float32Array.of(0.2, 9) }) // Uint8ClampedArray [51, 51, 51, 255, 255, 255, 255, 255]
 */
export function toImageData(batch: ImageBatch, index = 0): Host<'ImageData'> {
  if (typeof ImageData === 'undefined') throw noBrowser('toImageData', 'In Node, toRgba gives the bytes.');
  const [, height, width] = batch.shape;
  return new ImageData(toRgba(batch, index), width, height);
}

/** The bytes of `toImageData`, row-major; also in Node. */
export function toRgba(batch: ImageBatch, index = 0): Uint8ClampedArray<ArrayBuffer> {
  checkImages('toImageData', batch);
  const { shape, data } = batch;
  const [images, height, width, channels] = shape;
  if (!(Number.isInteger(index) && index >= 0 && index < images)) {
    throw invalidOption(
      'toImageData',
      'index',
      `a whole number from 0 to ${images - 1}`,
      index,
      'Ask for a picture that exists.',
    );
  }
  if (channels !== 1 && channels !== 3)
    throw invalidOption('toImageData', 'channels', '1 or 3', channels, 'Choose channels that are a picture.');
  const pixels = height * width;
  const scale = data instanceof Uint8Array ? 1 : 255;
  const first = index * pixels * channels;
  const [green, blue] = channels === 3 ? [1, 2] : [0, 0];
  // This kind of array rounds and cuts off by itself.
  const rgba = new Uint8ClampedArray(pixels * 4);
  for (let pixel = 0; pixel < pixels; pixel++) {
    const at = first + pixel * channels;
    rgba[pixel * 4] = data[at]! * scale;
    rgba[pixel * 4 + 1] = data[at + green]! * scale;
    rgba[pixel * 4 + 2] = data[at + blue]! * scale;
    rgba[pixel * 4 + 3] = 255;
  }
  return rgba;
}

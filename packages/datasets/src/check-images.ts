/** Whether the values of a batch of images are as many as its shape says. */
import type { ImageBatch } from '@convlens/types';
import { invalidOption } from './errors.js';

/** @throws DatasetError `INVALID_OPTION` when shape and data do not fit together. */
export function checkImages(op: string, { shape, data }: ImageBatch): void {
  // Callers in plain JavaScript leave axes out.
  if (Number(shape.length) !== 4) {
    throw invalidOption(
      op,
      'images.shape',
      '[batch, height, width, channels]',
      shape,
      'Add the missing axes; grey images have 1 channel.',
    );
  }
  const values = shape.reduce((product, size) => product * size, 1);
  if (data.length !== values) {
    throw invalidOption(
      op,
      'images.data',
      `${values} values long for shape [${shape.join(', ')}]`,
      data.length,
      'Correct the shape or the data.',
    );
  }
}

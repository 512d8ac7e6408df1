// Moving what is drawn, for one image or many.
import type { ImageBatch } from '@convlens/types';

/** Moves every image by whole pixels; what leaves is gone, what comes in is paper. */
export function shifted({ shape, data }: ImageBatch, rows: number, columns: number): ImageBatch {
  const [batch, height, width, channels] = shape;
  const out = new Float32Array(data.length);
  const share = data instanceof Uint8Array ? 1 / 255 : 1;
  for (let image = 0; image < batch; image++)
    for (let row = Math.max(0, rows); row < Math.min(height, height + rows); row++)
      for (let column = Math.max(0, columns); column < Math.min(width, width + columns); column++)
        for (let channel = 0; channel < channels; channel++) {
          const at = (y: number, x: number) => ((image * height + y) * width + x) * channels + channel;
          out[at(row, column)] = data[at(row - rows, column - columns)]! * share;
        }
  return { shape, data: out };
}

/** The images of several batches of one shape, one after the other. */
export function joined(batches: readonly ImageBatch[]): ImageBatch {
  const [, height, width, channels] = batches[0]!.shape;
  const data = new Float32Array(batches.reduce((sum, batch) => sum + batch.data.length, 0));
  let [at, count] = [0, 0];
  for (const { shape, data: values } of batches) {
    const share = values instanceof Uint8Array ? 1 / 255 : 1;
    for (let index = 0; index < values.length; index++) data[at + index] = values[index]! * share;
    at += values.length;
    count += shape[0];
  }
  return { shape: [count, height, width, channels], data };
}

/** Images as numbers, before they become tensors. */

/**
 * A batch of images, row-major `[batch, height, width, channels]`.
 * `Float32Array` values are used as they are (0 = background, 1 = full ink by convention);
 * `Uint8Array` values are 0-255 and are divided by 255 where a model reads them.
 */
export interface ImageBatch {
  readonly shape: readonly [batch: number, height: number, width: number, channels: number];
  readonly data: Float32Array | Uint8Array;
}

/** Images with one integer class each; `labels.length` is the batch size. */
export interface LabelledImages {
  readonly images: ImageBatch;
  readonly labels: Uint8Array | Int32Array;
}

/**
 * Labelled images that are asked for by row: what a trainer feeds on, and the least that a source of training data must be.
 * Whoever trains owns the order of the rows and both buffers, so a step allocates nothing.
 */
export interface TrainingData {
  readonly length: number;
  readonly imageShape: readonly [height: number, width: number, channels: number];
  readonly classNames?: readonly string[];
  /**
   * Writes image `rows[i]` to place `i` of `images` (row-major, bytes as value / 255) and its class to `labels[i]`, for every row.
   * `images` holds at least `rows.length * height * width * channels` values and `labels` at least `rows.length`.
   */
  gather(rows: Uint32Array, images: Float32Array, labels: Int32Array): void;
}

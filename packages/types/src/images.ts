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

/** Where a training loop gets its batches from: structural, so that any store of labelled images can be trained on. */

export interface TrainingData {
  /** Number of examples. */
  readonly length: number;
  /** Of one image. */
  readonly imageShape: readonly [height: number, width: number, channels: number];
  /** Names of the classes, where they have some: label `i` is `classNames[i]`. */
  readonly classNames?: readonly string[];
  /**
   * Copies the examples at `indices` into the caller's arrays, in that order: pixels as 0-1 (row-major
   * `[indices.length, height, width, channels]`) and integer labels. Writes from the start of both arrays, leaves the
   * rest alone and keeps neither.
   */
  gather(indices: ArrayLike<number>, images: Float32Array, labels: Int32Array): void;
}

/** Images on their way into a model: checked, and bytes scaled to 0-1. */
import type { Shape } from '@convlens/types';
import { imageLength, imageShape } from '../errors.js';

/** An `ImageBatch`, or a batch of inputs of any other shape. */
export interface InputBatch {
  /** With the batch axis first. */
  readonly shape: Shape;
  readonly data: Float32Array | Uint8Array;
}

/** @throws LayersError `IMAGE_SHAPE` */
export function assertInput(model: string, inputShape: Shape, { shape, data }: InputBatch): void {
  if (shape.length !== inputShape.length + 1 || inputShape.some((size, axis) => size !== shape[axis + 1])) {
    throw imageShape(model, inputShape, shape);
  }
  const expected = shape.reduce((product, size) => product * size, 1);
  if (data.length !== expected) throw imageLength(model, shape, expected, data.length);
}

/** Rows `from` to `to` of a batch as floats; bytes are divided by 255. */
export function rowsOf({ shape, data }: InputBatch, from: number, to: number): Float32Array {
  const size = shape.slice(1).reduce((product, axis) => product * axis, 1);
  const rows = data.subarray(from * size, to * size);
  return rows instanceof Float32Array ? rows : Float32Array.from(rows, (byte) => byte / 255);
}

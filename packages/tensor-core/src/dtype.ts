/** Element types: how wide they are and which array holds them. */
import type { DType, Shape, TypedArray } from '@convlens/types';
import { unfitData } from './errors.js';

export const byteWidth = { float32: 4, float64: 8, int32: 4, uint8: 1, bool: 1 } as const satisfies Record<
  DType,
  number
>;

/** Number of elements; 1 for a scalar's `[]`. */
export const sizeOf = (shape: Shape): number => shape.reduce((product, size) => product * size, 1);

export const byteLengthOf = (shape: Shape, dtype: DType): number => sizeOf(shape) * byteWidth[dtype];

/**
 * The dtype that an array's class stands for. `bool` shares `Uint8Array` with `uint8`, so it must be named.
 * @throws ShapeError `DATA_TYPE` for what is no such array
 */
export function dtypeOf(data: TypedArray): DType {
  // By its tag: an array of another frame or context is no instance of this one's classes.
  switch ((data as Partial<TypedArray> | undefined)?.[Symbol.toStringTag] as string | undefined) {
    case 'Float32Array':
      return 'float32';
    case 'Float64Array':
      return 'float64';
    case 'Int32Array':
      return 'int32';
    // Clamped: the pixels of a canvas.
    case 'Uint8Array':
    case 'Uint8ClampedArray':
      return 'uint8';
    default:
      throw unfitData(data);
  }
}

/** A typed view of `length` elements of `dtype` onto bytes that somebody else owns. */
export function viewOf(
  dtype: DType,
  buffer: ArrayBufferLike,
  byteOffset: number,
  length: number,
): TypedArray {
  switch (dtype) {
    case 'float32':
      return new Float32Array(buffer, byteOffset, length);
    case 'float64':
      return new Float64Array(buffer, byteOffset, length);
    case 'int32':
      return new Int32Array(buffer, byteOffset, length);
    case 'uint8':
    case 'bool':
      return new Uint8Array(buffer, byteOffset, length);
    default:
      return dtype satisfies never;
  }
}

export const isFloat = (dtype: DType): boolean => dtype === 'float32' || dtype === 'float64';

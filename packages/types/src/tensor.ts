/** Plain arrays of numbers with a shape: what goes into a model and what comes out of one. */

/** Sizes of the axes, outermost first; `[]` is a scalar. Images are `[batch, height, width, channels]`. */
export type Shape = readonly number[];

/**
 * What one element is. `bool` is stored as one byte, 0 or 1.
 * `float64` exists on the reference backend only, as the yardstick for gradients.
 */
export type DType = 'float32' | 'int32' | 'uint8' | 'bool' | 'float64';

/** The arrays that tensors are read into and written from. `bool` uses `Uint8Array`. */
export type TypedArray = Float32Array | Float64Array | Int32Array | Uint8Array;

/** A tensor outside any engine: values in row-major order. `data.length` is the product of `shape`. */
export interface HostTensor<A extends TypedArray = TypedArray> {
  readonly shape: Shape;
  readonly dtype: DType;
  readonly data: A;
}

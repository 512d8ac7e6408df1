/** From one dtype to another. */
import type { DType } from '@convlens/types';
import { isFloat } from '../dtype.js';
import { defineOp } from '../op.js';
import type { Op } from '../op.js';
import { runtimeOf } from '../tensor.js';
import type { Tensor } from '../tensor.js';

// The dtype is no attribute of the kernel: it reads it off its output.
const toDType = (dtype: DType): Op<'cast'> =>
  defineOp<'cast'>({
    name: 'cast',
    inferOutputs: ([x]) => [{ shape: x!.shape, dtype }],
    gradient: ({ dys: [dy], inputs: [x] }) => [() => cast(dy!, x!.dtype)],
  });

/** Integers carry no gradient: nothing flows through a conversion to or from one. */
const withoutGradient = (op: Op<'cast'>): Op<'cast'> => ({ name: op.name, inferOutputs: op.inferOutputs });

/**
 * Converts to another dtype: to integers by cutting off the fraction (what does not fit wraps around), to bool by `x !== 0`.
 *
 * - returns the shape of `x`; between float dtypes a gradient passes, elsewhere none
 *
 * @throws ShapeError `UNSUPPORTED_DTYPE` when the backend does not store `dtype`
 * @example cast(runtime.tensor(Float32Array.of(1.9, -1.9), [2]), 'int32') // [1, -1]
 */
export function cast(x: Tensor, dtype: DType): Tensor {
  const runtime = runtimeOf('cast', x);
  const op = toDType(dtype);
  return runtime.run(isFloat(dtype) && isFloat(x.dtype) ? op : withoutGradient(op), [x], {})[0]!;
}

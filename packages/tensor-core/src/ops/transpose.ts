/** Exchanges axes. */
import { invalidOption } from '../errors.js';
import { defineOp } from '../op.js';
import { assertTensor } from '../tensor.js';
import type { Tensor } from '../tensor.js';
import { resolveAxis } from './reduction.js';

const op = defineOp<'transpose'>({
  name: 'transpose',
  inferOutputs: ([x], { permutation }) => [
    { shape: permutation.map((axis) => x!.shape[axis]!), dtype: x!.dtype },
  ],
  gradient: ({ dys: [dy], attrs: { permutation } }) => [
    () =>
      transpose(
        dy!,
        permutation.map((_, axis) => permutation.indexOf(axis)),
      ),
  ],
});

/**
 * Reorders the axes: axis `i` of the result is axis `permutation[i]` of `x`.
 *
 * @param permutation All axes reversed unless told.
 * @throws ShapeError `INVALID_AXIS`, `INVALID_OPTION` when an axis is missing or named twice
 * @example transpose(images, [0, 3, 1, 2]).shape // [32, 1, 28, 28] for images of [32, 28, 28, 1]
 */
export function transpose(x: Tensor, permutation?: readonly number[]): Tensor {
  assertTensor('transpose', 0, x);
  const reversed = x.shape.map((_, axis) => axis).reverse();
  const axes = (permutation ?? reversed).map((axis) => resolveAxis('transpose', x.shape, axis));
  if (axes.length !== x.shape.length || new Set(axes).size !== axes.length) {
    throw invalidOption(
      'transpose',
      'permutation',
      `every axis from 0 to ${x.shape.length - 1} once`,
      `[${axes.join(', ')}]`,
      'Name each axis once.',
    );
  }
  return x.runtime.run(op, [x], { permutation: axes })[0]!;
}

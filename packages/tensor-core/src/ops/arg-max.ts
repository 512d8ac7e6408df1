/** Where the largest element is. */
import { emptyReduction } from '../errors.js';
import { defineOp } from '../op.js';
import { assertTensor } from '../tensor.js';
import type { Tensor } from '../tensor.js';
import { reducedShape, resolveAxis } from './reduction.js';

const op = defineOp<'argMax'>({
  name: 'argMax',
  inferOutputs: ([x], { axis }) => [{ shape: reducedShape(x!.shape, [axis]), dtype: 'int32' }],
});

/**
 * The index of the largest element along one axis, the first of equal ones; NaN counts as the largest. Has no gradient.
 *
 * - returns int32, the shape of `x` without `axis`
 *
 * @param axis -1, the last, unless told.
 * @throws ShapeError `INVALID_AXIS`, `EMPTY_REDUCTION`
 * @example argMax(runtime.tensor(Float32Array.of(0.1, 0.7, 0.2), [1, 3])) // Int32Array [1]
 */
export function argMax(x: Tensor, axis = -1): Tensor {
  assertTensor('argMax', 0, x);
  const resolved = resolveAxis('argMax', x.shape, axis);
  if (x.shape[resolved] === 0) throw emptyReduction('argMax', x.shape);
  return x.runtime.run(op, [x], { axis: resolved })[0]!;
}

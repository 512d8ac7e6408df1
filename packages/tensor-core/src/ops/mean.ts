/** Means over axes. */
import { emptyReduction } from '../errors.js';
import { sizeOf } from '../dtype.js';
import { defineOp } from '../op.js';
import { assertTensor } from '../tensor.js';
import type { Tensor } from '../tensor.js';
import { broadcastTo } from './broadcast-to.js';
import { multiply } from './multiply.js';
import { inferReduction, keptShape, resolveAxes } from './reduction.js';
import type { ReductionOptions } from './reduction.js';
import { reshape } from './reshape.js';
import { assertFloat } from './unary.js';

const op = defineOp<'mean'>({
  name: 'mean',
  inferOutputs: inferReduction,
  gradient: ({ dys: [dy], inputs: [x], attrs: { axes } }) => [
    () =>
      multiply(
        broadcastTo(reshape(dy!, keptShape(x!.shape, axes)), x!.shape),
        sizeOf(dy!.shape) / sizeOf(x!.shape),
      ),
  ],
});

/**
 * Averages over the given axes, or over all.
 *
 * - returns the shape without these axes, or with 1 in their place under `keepDims`
 *
 * @param options.axes All unless told; -1 is the last.
 * @throws ShapeError `INVALID_AXIS`, `WRONG_DTYPE` for integers, `EMPTY_REDUCTION` where there is nothing to average
 * @example mean(runtime.tensor(Float32Array.of(1, 2, 3, 4), [2, 2]), { axes: [1] }) // [1.5, 3.5]
 */
export function mean(x: Tensor, options: ReductionOptions = {}): Tensor {
  assertTensor('mean', 0, x);
  const axes = resolveAxes('mean', x.shape, options.axes);
  assertFloat('mean', 'x', x);
  if (axes.some((axis) => x.shape[axis] === 0)) throw emptyReduction('mean', x.shape);
  const y = x.runtime.run(op, [x], { axes })[0]!;
  return options.keepDims ? reshape(y, keptShape(x.shape, axes)) : y;
}

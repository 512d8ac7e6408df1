/** Maxima over axes. */
import { isFloat } from '../dtype.js';
import { emptyReduction } from '../errors.js';
import { defineOp } from '../op.js';
import { assertTensor } from '../tensor.js';
import type { Tensor } from '../tensor.js';
import { inferReduction, keptShape, resolveAxes } from './reduction.js';
import type { ReductionOptions } from './reduction.js';
import { reshape } from './reshape.js';

const backprop = defineOp<'maxBackprop'>({
  name: 'maxBackprop',
  inferOutputs: ([, x]) => [{ shape: x!.shape, dtype: x!.dtype }],
});

const op = defineOp<'max'>({
  name: 'max',
  inferOutputs: inferReduction,
  gradient: ({ dys: [dy], inputs: [x], outputs: [y], attrs }) => [
    () => x!.runtime.run(backprop, [dy!, x!, y!], attrs)[0]!,
  ],
});

/**
 * The largest element along the given axes, or of all. NaN is passed on; of nothing it is -Infinity.
 *
 * - returns the shape without these axes, or with 1 in their place under `keepDims`
 * - the gradient goes to the first of equal maxima in row order
 *
 * @param options.axes All unless told; -1 is the last.
 * @throws ShapeError `INVALID_AXIS`, `EMPTY_REDUCTION` where integers have no element (no integer is -Infinity)
 * @example max(runtime.tensor(Float32Array.of(1, 4, 3, 2), [2, 2]), { axes: [1] }) // [4, 3]
 */
export function max(x: Tensor, options: ReductionOptions = {}): Tensor {
  assertTensor('max', 0, x);
  const axes = resolveAxes('max', x.shape, options.axes);
  if (!isFloat(x.dtype) && axes.some((axis) => x.shape[axis] === 0)) throw emptyReduction('max', x.shape);
  const y = x.runtime.run(op, [x], { axes })[0]!;
  return options.keepDims ? reshape(y, keptShape(x.shape, axes)) : y;
}

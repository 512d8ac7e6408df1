/** Sums over axes. */
import { defineOp } from '../op.js';
import type { TensorSpec } from '../op.js';
import { assertTensor } from '../tensor.js';
import type { Tensor } from '../tensor.js';
import { inferReduction, keptShape, resolveAxes } from './reduction.js';
import type { ReductionOptions } from './reduction.js';
import { broadcastTo } from './broadcast-to.js';
import { reshape } from './reshape.js';

const op = defineOp<'sum'>({
  name: 'sum',
  inferOutputs(inputs, attrs) {
    const [{ shape, dtype }] = inferReduction(inputs, attrs) as [TensorSpec];
    return [{ shape, dtype: dtype === 'uint8' || dtype === 'bool' ? 'int32' : dtype }];
  },
  gradient: ({ dys: [dy], inputs: [x], attrs: { axes } }) => [
    () => broadcastTo(reshape(dy!, keptShape(x!.shape, axes)), x!.shape),
  ],
});

/**
 * Sums over the given axes, or over all.
 *
 * - returns the shape without these axes, or with 1 in their place under `keepDims`
 * - of uint8 and bool an int32: a count does not stop at 255
 *
 * @param options.axes All unless told; -1 is the last. `[]` sums over nothing.
 * @throws ShapeError `INVALID_AXIS`
 * @example sum(runtime.tensor(Float32Array.of(1, 2, 3, 4), [2, 2]), { axes: [0] }) // [4, 6]
 */
export function sum(x: Tensor, options: ReductionOptions = {}): Tensor {
  assertTensor('sum', 0, x);
  const axes = resolveAxes('sum', x.shape, options.axes);
  const y = x.runtime.run(op, [x], { axes })[0]!;
  return options.keepDims ? reshape(y, keptShape(x.shape, axes)) : y;
}

/** A tensor of one value. */
import type { DType, Shape } from '@convlens/types';
import { defineOp } from '../op.js';
import type { Runtime } from '../runtime.js';
import { ownShape } from '../shape.js';
import type { Tensor } from '../tensor.js';
import { assertHolds } from './numbers.js';

/**
 * A tensor whose every element is `value`.
 * @param dtype float32 unless told.
 * @throws ShapeError `INVALID_SHAPE`, `INVALID_OPTION` for a value that the dtype does not hold
 * @example fill(runtime, [2, 2], 0.5) // [[0.5, 0.5], [0.5, 0.5]]
 */
export function fill(runtime: Runtime, shape: Shape, value: number, dtype: DType = 'float32'): Tensor {
  const own = ownShape('fill', shape);
  assertHolds('fill', 'value', dtype, value);
  // The shape is no input and no attribute of the kernel: it reads it off its output.
  const op = defineOp<'fill'>({ name: 'fill', inferOutputs: () => [{ shape: own, dtype }] });
  return runtime.run(op, [], { value })[0]!;
}

/** A tensor of one value. */
import type { DType, Shape } from '@convlens/types';
import { defineOp } from '../op.js';
import type { Runtime } from '../runtime.js';
import type { Tensor } from '../tensor.js';

/**
 * A tensor whose every element is `value`.
 * @param dtype float32 unless told.
 * @example fill(runtime, [2, 2], 0.5) // [[0.5, 0.5], [0.5, 0.5]]
 */
export function fill(runtime: Runtime, shape: Shape, value: number, dtype: DType = 'float32'): Tensor {
  // The shape is no input and no attribute of the kernel: it reads it off its output.
  const op = defineOp<'fill'>({ name: 'fill', inferOutputs: () => [{ shape, dtype }] });
  return runtime.run(op, [], { value })[0]!;
}

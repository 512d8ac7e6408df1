/** a + b */
import { defineOp } from '../op.js';
import type { Tensor } from '../tensor.js';
import { inferBinary, operands, sumTo } from './binary.js';
import type { Operand } from './binary.js';

const op = defineOp<'add'>({
  name: 'add',
  inferOutputs: inferBinary('add'),
  gradient: ({ dys: [dy], inputs: [a, b] }) => [() => sumTo(dy!, a!), () => sumTo(dy!, b!)],
});

/**
 * Adds element by element; axes of 1 are repeated.
 *
 * - `a`, `b`: tensors of one dtype whose shapes fit, or one tensor and a number
 * - returns the broadcast shape
 *
 * @throws ShapeError `NOT_BROADCASTABLE`, `MIXED_DTYPES`, `WRONG_DTYPE` for bool, `INVALID_OPTION` for a number that the dtype does not hold
 * @example add(runtime.tensor(Float32Array.of(1, 2), [2]), 10) // [11, 12]
 */
export function add(a: Operand, b: Operand): Tensor {
  const inputs = operands('add', a, b);
  return inputs[0].runtime.run(op, inputs, {})[0]!;
}

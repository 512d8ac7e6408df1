/** a - b */
import { defineOp } from '../op.js';
import type { Tensor } from '../tensor.js';
import { inferBinary, operands, sumTo } from './binary.js';
import type { Operand } from './binary.js';
import { negate } from './negate.js';

const op = defineOp<'subtract'>({
  name: 'subtract',
  inferOutputs: inferBinary('subtract'),
  gradient: ({ dys: [dy], inputs: [a, b] }) => [() => sumTo(dy!, a!), () => sumTo(negate(dy!), b!)],
});

/**
 * Subtracts element by element; axes of 1 are repeated.
 *
 * - `a`, `b`: tensors of one dtype whose shapes fit, or one tensor and a number
 *
 * @throws ShapeError `NOT_BROADCASTABLE`, `MIXED_DTYPES`, `WRONG_DTYPE` for bool, `INVALID_OPTION` for a number that the dtype does not hold
 * @example subtract(1, runtime.tensor(Float32Array.of(0.25), [1])) // [0.75]
 */
export function subtract(a: Operand, b: Operand): Tensor {
  const inputs = operands('subtract', a, b);
  return inputs[0].runtime.run(op, inputs, {})[0]!;
}

/** a b */
import { defineOp } from '../op.js';
import type { Tensor } from '../tensor.js';
import { inferBinary, operands, sumTo } from './binary.js';
import type { Operand } from './binary.js';

const op = defineOp<'multiply'>({
  name: 'multiply',
  inferOutputs: inferBinary('multiply'),
  gradient: ({ dys: [dy], inputs: [a, b] }) => [
    () => sumTo(multiply(dy!, b!), a!),
    () => sumTo(multiply(dy!, a!), b!),
  ],
});

/**
 * Multiplies element by element; axes of 1 are repeated. For the product of matrices use `matMul`.
 *
 * - `a`, `b`: tensors of one dtype whose shapes fit, or one tensor and a number
 *
 * @throws ShapeError `NOT_BROADCASTABLE`, `MIXED_DTYPES`, `WRONG_DTYPE` for bool, `INVALID_OPTION` for a number that the dtype does not hold
 * @example multiply(runtime.tensor(Float32Array.of(1, 2), [2]), 10) // [10, 20]
 */
export function multiply(a: Operand, b: Operand): Tensor {
  const inputs = operands('multiply', a, b);
  return inputs[0].runtime.run(op, inputs, {})[0]!;
}

/** a / b */
import { defineOp } from '../op.js';
import type { Tensor } from '../tensor.js';
import { inferBinary, operands, sumTo } from './binary.js';
import type { Operand } from './binary.js';
import { multiply } from './multiply.js';
import { negate } from './negate.js';
import { square } from './square.js';

const op = defineOp<'divide'>({
  name: 'divide',
  inferOutputs: inferBinary('divide'),
  gradient: ({ dys: [dy], inputs: [a, b] }) => [
    () => sumTo(divide(dy!, b!), a!),
    () => sumTo(negate(divide(multiply(dy!, a!), square(b!))), b!),
  ],
});

/**
 * Divides element by element; axes of 1 are repeated. Integers are divided towards zero.
 *
 * - `a`, `b`: tensors of one dtype whose shapes fit, or one tensor and a number
 *
 * @throws ShapeError `NOT_BROADCASTABLE`, `MIXED_DTYPES`, `WRONG_DTYPE` for bool, `INVALID_OPTION` for a number that the dtype does not hold
 * @example divide(1, runtime.tensor(Float32Array.of(2, 4), [2])) // [0.5, 0.25]
 */
export function divide(a: Operand, b: Operand): Tensor {
  const inputs = operands('divide', a, b);
  return inputs[0].runtime.run(op, inputs, {})[0]!;
}

/** x x */
import { defineOp } from '../op.js';
import { runtimeOf } from '../tensor.js';
import type { Tensor } from '../tensor.js';
import { multiply } from './multiply.js';
import { inferNumeric } from './unary.js';

const op = defineOp<'square'>({
  name: 'square',
  inferOutputs: inferNumeric('square'),
  gradient: ({ dys: [dy], inputs: [x] }) => [() => multiply(multiply(dy!, x!), 2)],
});

/**
 * Multiplies each element by itself.
 *
 * - returns the shape of `x`
 *
 * @throws ShapeError `WRONG_DTYPE` for bool
 * @example square(runtime.tensor(Float32Array.of(2, -3), [2])) // [4, 9]
 */
export function square(x: Tensor): Tensor {
  return runtimeOf('square', x).run(op, [x], {})[0]!;
}

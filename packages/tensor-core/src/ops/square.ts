/** x x */
import { defineOp } from '../op.js';
import type { Tensor } from '../tensor.js';
import { multiply } from './multiply.js';
import { inferSame } from './unary.js';

const op = defineOp<'square'>({
  name: 'square',
  inferOutputs: inferSame,
  gradient: ({ dys: [dy], inputs: [x] }) => [() => multiply(multiply(dy!, x!), 2)],
});

/**
 * Multiplies each element by itself.
 *
 * - returns the shape of `x`
 *
 * @example square(runtime.tensor(Float32Array.of(2, -3), [2])) // [4, 9]
 */
export function square(x: Tensor): Tensor {
  return x.runtime.run(op, [x], {})[0]!;
}

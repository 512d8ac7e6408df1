/** -x */
import { defineOp } from '../op.js';
import type { Tensor } from '../tensor.js';
import { inferSame } from './unary.js';

const op = defineOp<'negate'>({
  name: 'negate',
  inferOutputs: inferSame,
  gradient: ({ dys: [dy] }) => [() => negate(dy!)],
});

/**
 * Changes the sign.
 *
 * - returns the shape of `x`
 *
 * @example negate(runtime.tensor(Float32Array.of(1, -2), [2])) // [-1, 2]
 */
export function negate(x: Tensor): Tensor {
  return x.runtime.run(op, [x], {})[0]!;
}

/** -x */
import { defineOp } from '../op.js';
import { runtimeOf } from '../tensor.js';
import type { Tensor } from '../tensor.js';
import { inferNumeric } from './unary.js';

const op = defineOp<'negate'>({
  name: 'negate',
  inferOutputs: inferNumeric('negate'),
  gradient: ({ dys: [dy] }) => [() => negate(dy!)],
});

/**
 * Changes the sign.
 *
 * - returns the shape of `x`
 *
 * @throws ShapeError `WRONG_DTYPE` for bool
 * @example negate(runtime.tensor(Float32Array.of(1, -2), [2])) // [-1, 2]
 */
export function negate(x: Tensor): Tensor {
  return runtimeOf('negate', x).run(op, [x], {})[0]!;
}

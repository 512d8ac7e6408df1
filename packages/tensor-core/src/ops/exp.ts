/** e to the x */
import { defineOp } from '../op.js';
import { runtimeOf } from '../tensor.js';
import type { Tensor } from '../tensor.js';
import { multiply } from './multiply.js';
import { inferFloat } from './unary.js';

const op = defineOp<'exp'>({
  name: 'exp',
  inferOutputs: inferFloat('exp'),
  gradient: ({ dys: [dy], outputs: [y] }) => [() => multiply(dy!, y!)],
});

/**
 * Raises e to each element.
 *
 * - returns the shape of `x`
 *
 * @throws ShapeError `WRONG_DTYPE` for integers
 * @example exp(runtime.tensor(Float32Array.of(0, 1), [2])) // [1, 2.7182817]
 */
export function exp(x: Tensor): Tensor {
  return runtimeOf('exp', x).run(op, [x], {})[0]!;
}

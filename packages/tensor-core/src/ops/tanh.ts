/** The hyperbolic tangent */
import { defineOp } from '../op.js';
import { runtimeOf } from '../tensor.js';
import type { Tensor } from '../tensor.js';
import { multiply } from './multiply.js';
import { sigmoid } from './sigmoid.js';
import { square } from './square.js';
import { subtract } from './subtract.js';
import { inferFloat } from './unary.js';

const op = defineOp<'tanh'>({
  name: 'tanh',
  inferOutputs: inferFloat('tanh'),
  gradient: ({ dys: [dy], outputs: [y] }) => [() => multiply(dy!, subtract(1, square(y!)))],
  compose: ([x]) => [subtract(multiply(sigmoid(multiply(x!, 2)), 2), 1)],
});

/**
 * Squeezes each element into -1 to 1, steepest at 0.
 *
 * - returns the shape of `x`; its gradient is `1 - y²`
 *
 * @throws ShapeError `WRONG_DTYPE` for integers
 * @example tanh(runtime.tensor(Float32Array.of(0, 1), [2])) // [0, 0.7615942]
 */
export function tanh(x: Tensor): Tensor {
  return runtimeOf('tanh', x).run(op, [x], {})[0]!;
}

/** Square root. */
import { defineOp } from '../op.js';
import { runtimeOf } from '../tensor.js';
import type { Tensor } from '../tensor.js';
import { divide } from './divide.js';
import { multiply } from './multiply.js';
import { inferFloat } from './unary.js';

const op = defineOp<'sqrt'>({
  name: 'sqrt',
  inferOutputs: inferFloat('sqrt'),
  gradient: ({ dys: [dy], outputs: [y] }) => [() => divide(dy!, multiply(y!, 2))],
});

/**
 * Takes the square root of each element; NaN below 0.
 *
 * - returns the shape of `x`
 *
 * @throws ShapeError `WRONG_DTYPE` for integers
 * @example sqrt(runtime.tensor(Float32Array.of(4, 9), [2])) // [2, 3]
 */
export function sqrt(x: Tensor): Tensor {
  return runtimeOf('sqrt', x).run(op, [x], {})[0]!;
}

/** Natural logarithm. */
import { defineOp } from '../op.js';
import { runtimeOf } from '../tensor.js';
import type { Tensor } from '../tensor.js';
import { divide } from './divide.js';
import { inferFloat } from './unary.js';

const op = defineOp<'log'>({
  name: 'log',
  inferOutputs: inferFloat('log'),
  gradient: ({ dys: [dy], inputs: [x] }) => [() => divide(dy!, x!)],
});

/**
 * Takes the natural logarithm of each element; -Infinity for 0, NaN below.
 *
 * - returns the shape of `x`
 *
 * @throws ShapeError `WRONG_DTYPE` for integers
 * @example log(runtime.tensor(Float32Array.of(1, Math.E), [2])) // [0, 1]
 */
export function log(x: Tensor): Tensor {
  return runtimeOf('log', x).run(op, [x], {})[0]!;
}

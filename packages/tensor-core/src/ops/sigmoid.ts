/** 1 / (1 + exp(-x)) */
import { defineOp } from '../op.js';
import { runtimeOf } from '../tensor.js';
import type { Tensor } from '../tensor.js';
import { add } from './add.js';
import { divide } from './divide.js';
import { exp } from './exp.js';
import { multiply } from './multiply.js';
import { negate } from './negate.js';
import { subtract } from './subtract.js';
import { inferFloat } from './unary.js';

const op = defineOp<'sigmoid'>({
  name: 'sigmoid',
  inferOutputs: inferFloat('sigmoid'),
  // y (1 - y), from the result: nothing overflows, however large x is.
  gradient: ({ dys: [dy], outputs: [y] }) => [() => multiply(dy!, multiply(y!, subtract(1, y!)))],
  compose: ([x]) => [divide(1, add(exp(negate(x!)), 1))],
});

/**
 * Squeezes each element into 0 to 1: the logistic function.
 *
 * - returns the shape of `x`; its gradient is `y (1 - y)`, at most 0.25
 *
 * @throws ShapeError `WRONG_DTYPE` for integers
 * @example sigmoid(runtime.tensor(Float32Array.of(0, Math.log(3)), [2])) // [0.5, 0.75]
 */
export function sigmoid(x: Tensor): Tensor {
  return runtimeOf('sigmoid', x).run(op, [x], {})[0]!;
}

/** max(x, 0) */
import { defineOp } from '../op.js';
import { runtimeOf } from '../tensor.js';
import type { Tensor } from '../tensor.js';
import { inferNumeric, inferSame } from './unary.js';

const backprop = defineOp<'reluBackprop'>({ name: 'reluBackprop', inferOutputs: inferSame });

const op = defineOp<'relu'>({
  name: 'relu',
  inferOutputs: inferNumeric('relu'),
  gradient: ({ dys: [dy], outputs: [y] }) => [() => reluBackprop(dy!, y!)],
});

/**
 * Keeps what is above zero and replaces the rest by zero; NaN stays NaN.
 *
 * - returns the shape of `x`; the gradient at exactly 0 is 0
 *
 * @throws ShapeError `WRONG_DTYPE` for bool
 * @example relu(runtime.tensor(Float32Array.of(-1, 0, 2), [3])) // [0, 0, 2]
 */
export function relu(x: Tensor): Tensor {
  return runtimeOf('relu', x).run(op, [x], {})[0]!;
}

/** dy where the result y is above zero, else 0. */
export function reluBackprop(dy: Tensor, y: Tensor): Tensor {
  return dy.runtime.run(backprop, [dy, y], {})[0]!;
}

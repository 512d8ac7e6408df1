/** Logarithms of shares. */
import { defineOp } from '../op.js';
import type { Tensor } from '../tensor.js';
import { alongLastAxis } from './along-axis.js';
import type { AxisOptions } from './along-axis.js';
import { inferFloat, inferSame } from './unary.js';

const backprop = defineOp<'logSoftmaxBackprop'>({ name: 'logSoftmaxBackprop', inferOutputs: inferSame });

const op = defineOp<'logSoftmax'>({
  name: 'logSoftmax',
  inferOutputs: inferFloat('logSoftmax'),
  gradient: ({ dys: [dy], outputs: [y] }) => [() => y!.runtime.run(backprop, [dy!, y!], {})[0]!],
});

/**
 * `x - log(sum(exp(x)))` along an axis: exact where `log(softmax(x))` would be -Infinity.
 *
 * - returns the shape of `x`
 *
 * @throws ShapeError `INVALID_AXIS`, `WRONG_DTYPE` for integers
 * @example logSoftmax(runtime.tensor(Float32Array.of(0, 0), [1, 2])) // [[-0.6931472, -0.6931472]]
 */
export function logSoftmax(x: Tensor, { axis = -1 }: AxisOptions = {}): Tensor {
  return alongLastAxis('logSoftmax', x, axis, (rows) => rows.runtime.run(op, [rows], {})[0]!);
}

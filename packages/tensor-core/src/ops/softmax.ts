/** Scores to shares. */
import { defineOp } from '../op.js';
import type { Tensor } from '../tensor.js';
import { alongLastAxis } from './along-axis.js';
import type { AxisOptions } from './along-axis.js';
import { inferFloat, inferSame } from './unary.js';

const backprop = defineOp<'softmaxBackprop'>({ name: 'softmaxBackprop', inferOutputs: inferSame });

const op = defineOp<'softmax'>({
  name: 'softmax',
  inferOutputs: inferFloat('softmax'),
  gradient: ({ dys: [dy], outputs: [y] }) => [() => y!.runtime.run(backprop, [dy!, y!], {})[0]!],
});

/**
 * `exp(x) / sum(exp(x))` along an axis: positive shares that add up to 1. Large scores do not overflow.
 *
 * - returns the shape of `x`; for a loss use `softmaxCrossEntropy`, which takes the scores themselves
 *
 * @throws ShapeError `INVALID_AXIS`, `WRONG_DTYPE` for integers
 * @example softmax(runtime.tensor(Float32Array.of(0, Math.log(3)), [1, 2])) // [[0.25, 0.75]]
 */
export function softmax(x: Tensor, { axis = -1 }: AxisOptions = {}): Tensor {
  return alongLastAxis('softmax', x, axis, (rows) => rows.runtime.run(op, [rows], {})[0]!);
}

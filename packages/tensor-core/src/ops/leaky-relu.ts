/** max(x, 0) + negativeSlope min(x, 0) */
import { add } from './add.js';
import { multiply } from './multiply.js';
import { relu } from './relu.js';
import { assertFloat } from './unary.js';
import { runtimeOf } from '../tensor.js';
import type { Tensor } from '../tensor.js';

export interface LeakyReluOptions {
  /** 0.2 unless told, as in TensorFlow's op (Keras's layer says 0.3, PyTorch 0.01). */
  readonly negativeSlope?: number;
}

/**
 * Keeps what is above zero and makes the rest small; NaN stays NaN.
 *
 * Made of ops that have their gradients: `negativeSlope x + (1 - negativeSlope) relu(x)`.
 *
 * - returns the shape of `x`; the gradient at exactly 0 is `negativeSlope`
 *
 * @throws ShapeError `WRONG_DTYPE` for integers
 * @example leakyRelu(runtime.tensor(Float32Array.of(-1, 0, 2), [3])) // [-0.2, 0, 2]
 */
export function leakyRelu(x: Tensor, { negativeSlope = 0.2 }: LeakyReluOptions = {}): Tensor {
  runtimeOf('leakyRelu', x);
  assertFloat('leakyRelu', 'x', x);
  return add(multiply(x, negativeSlope), multiply(relu(x), 1 - negativeSlope));
}

/** Updates in place: parameters and optimizer state are overwritten and their versions raised. Formulas: docs/numerics.md. */
import { sameShape } from '../broadcast.js';
import { formatShape, invalidShape } from '../errors.js';
import { defineOp } from '../op.js';
import type { TensorSpec } from '../op.js';
import { runtimeOf } from '../tensor.js';
import type { Tensor } from '../tensor.js';
import { assertFloat } from './unary.js';

/** All inputs of an update have the parameter's shape and dtype; there is no output. */
const sameAsFirst =
  (op: string) =>
  ([first, ...others]: readonly TensorSpec[]): readonly TensorSpec[] => {
    const other = others.find(
      ({ shape, dtype }) => !sameShape(shape, first!.shape) || dtype !== first!.dtype,
    );
    if (other) {
      throw invalidShape(
        op,
        `inputs all like the first, ${first!.dtype} ${formatShape(first!.shape)}`,
        `${other.dtype} ${formatShape(other.shape)}`,
        'Give each parameter its own gradient and state.',
      );
    }
    return [];
  };

const floatsLikeFirst =
  (op: string) =>
  (inputs: readonly TensorSpec[]): readonly TensorSpec[] => {
    assertFloat(op, 'parameter', inputs[0]!);
    return sameAsFirst(op)(inputs);
  };

const sgd = defineOp<'sgdStep'>({ name: 'sgdStep', inferOutputs: floatsLikeFirst('sgdStep'), mutates: [0] });
const momentum = defineOp<'momentumStep'>({
  name: 'momentumStep',
  inferOutputs: floatsLikeFirst('momentumStep'),
  mutates: [0, 2],
});
const adam = defineOp<'adamStep'>({
  name: 'adamStep',
  inferOutputs: floatsLikeFirst('adamStep'),
  mutates: [0, 2, 3],
});
const assigning = defineOp<'assign'>({ name: 'assign', inferOutputs: sameAsFirst('assign'), mutates: [0] });

/**
 * `parameter -= learningRate * gradient`
 * @throws ShapeError `INVALID_SHAPE` unless all have one shape and dtype, `WRONG_DTYPE` for integers
 * @example sgdStep(weights, dWeights, { learningRate: 0.01 })
 */
export function sgdStep(parameter: Tensor, gradient: Tensor, attrs: { readonly learningRate: number }): void {
  runtimeOf('sgdStep', parameter).update(sgd, [parameter, gradient], attrs);
}

/**
 * `velocity = momentum * velocity - learningRate * gradient; parameter += velocity`, or with `nesterov`
 * `parameter += momentum * velocity - learningRate * gradient` (the form of Keras).
 * @throws ShapeError `INVALID_SHAPE` unless all have one shape and dtype, `WRONG_DTYPE` for integers
 * @example momentumStep(weights, dWeights, velocity, { learningRate: 0.01, momentum: 0.9, nesterov: false })
 */
export function momentumStep(
  parameter: Tensor,
  gradient: Tensor,
  velocity: Tensor,
  attrs: { readonly learningRate: number; readonly momentum: number; readonly nesterov: boolean },
): void {
  runtimeOf('momentumStep', parameter).update(momentum, [parameter, gradient, velocity], attrs);
}

/**
 * `m = beta1 m + (1 - beta1) g; v = beta2 v + (1 - beta2) g^2; parameter -= learningRate m / (sqrt(v) + epsilon)`
 *
 * @param attrs.learningRate With the bias correction of step t in it: `rate * sqrt(1 - beta2^t) / (1 - beta1^t)`
 * (Kingma & Ba 2015, end of section 2).
 * @throws ShapeError `INVALID_SHAPE` unless all have one shape and dtype, `WRONG_DTYPE` for integers
 * @example adamStep(weights, dWeights, m, v, { learningRate: 3e-4, beta1: 0.9, beta2: 0.999, epsilon: 1e-7 })
 */
export function adamStep(
  parameter: Tensor,
  gradient: Tensor,
  firstMoment: Tensor,
  secondMoment: Tensor,
  attrs: {
    readonly learningRate: number;
    readonly beta1: number;
    readonly beta2: number;
    readonly epsilon: number;
  },
): void {
  runtimeOf('adamStep', parameter).update(adam, [parameter, gradient, firstMoment, secondMoment], attrs);
}

/**
 * Copies the values of `source` over those of `target`.
 * @throws ShapeError `INVALID_SHAPE` unless both have one shape and dtype
 * @example assign(weights, runtime.tensor(loaded, weights.shape))
 */
export function assign(target: Tensor, source: Tensor): void {
  runtimeOf('assign', target).update(assigning, [target, source], {});
}

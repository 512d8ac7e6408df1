/** Steps scaled, weight by weight, by how large its gradients have been. */
import { adamStep } from '@convlens/tensor-core';
import { invalidSetting } from '../errors.js';
import type { Optimizer } from './optimizer.js';

export interface AdamOptions {
  /** 0.001 unless told. */
  readonly learningRate?: number;
  /** Share of the first moment that stays; 0.9 unless told. */
  readonly beta1?: number;
  /** Share of the second moment that stays; 0.999 unless told. */
  readonly beta2?: number;
  /** 1e-7 unless told, added after the square root. */
  readonly epsilon?: number;
}

/**
 * Rule and defaults as in Keras, at update `t` (from 1), `m` and `v` zero at first:
 *
 * - `m = beta1 m + (1 - beta1) g` · `v = beta2 v + (1 - beta2) g²`
 * - `w -= learningRate * sqrt(1 - beta2^t) / (1 - beta1^t) * m / (sqrt(v) + epsilon)`
 *
 * Source: Kingma & Ba, "Adam: a method for stochastic optimization" (2015), in the form at the end of section 2, where
 * epsilon is the paper's "epsilon hat" (PyTorch divides before it adds epsilon: 1e-7 here is not 1e-7 there).
 * @example adam({ learningRate: 0.002 })
 */
export function adam({
  learningRate = 0.001,
  beta1 = 0.9,
  beta2 = 0.999,
  epsilon = 1e-7,
}: AdamOptions = {}): Optimizer {
  if (!(learningRate > 0)) throw invalidSetting('adam', 'learningRate', 'a number above 0', learningRate);
  for (const [option, beta] of Object.entries({ beta1, beta2 })) {
    if (!(beta >= 0 && beta < 1))
      throw invalidSetting('adam', option, 'a share from 0 up to but not including 1', beta);
  }
  if (!(epsilon >= 0)) throw invalidSetting('adam', 'epsilon', 'a number of 0 or more', epsilon);
  return {
    name: 'adam',
    learningRate,
    settings: { beta1, beta2, epsilon },
    slots: ['firstMoment', 'secondMoment'],
    update: (parameter, gradient, [firstMoment, secondMoment], at) => {
      const correction = Math.sqrt(1 - power(beta2, at.update)) / (1 - power(beta1, at.update));
      adamStep(parameter, gradient, firstMoment!, secondMoment!, {
        learningRate: at.learningRate * correction,
        beta1,
        beta2,
        epsilon,
      });
    },
  };
}

/** By repeated squaring: `Math.pow` may round differently from engine to engine. */
function power(base: number, exponent: number): number {
  let result = 1;
  for (let square = base, rest = exponent; rest > 0; square *= square, rest = Math.floor(rest / 2))
    if (rest % 2 === 1) result *= square;
  return result;
}

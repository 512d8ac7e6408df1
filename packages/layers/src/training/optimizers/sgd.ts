/** Gradient descent on batches, plain or with momentum. */
import { momentumStep, sgdStep } from '@convlens/tensor-core';
import { invalidSetting } from '../errors.js';
import type { Optimizer } from './optimizer.js';

export interface SgdOptions {
  /** 0.01 unless told. */
  readonly learningRate?: number;
  /** Share of the velocity that stays, from 0 up to 1; 0 unless told. */
  readonly momentum?: number;
  /** Looks ahead along the velocity; false unless told. */
  readonly nesterov?: boolean;
}

/**
 * Rule and defaults as in Keras, `w` a parameter, `g` its gradient, `v` its velocity (zero at first):
 *
 * - without momentum `w -= learningRate * g`
 * - with momentum `v = momentum * v - learningRate * g`, then `w += v`,
 *   or `w += momentum * v - learningRate * g` under Nesterov
 *
 * @example sgd({ learningRate: 0.05, momentum: 0.9 })
 */
export function sgd({ learningRate = 0.01, momentum = 0, nesterov = false }: SgdOptions = {}): Optimizer {
  if (!(learningRate > 0)) throw invalidSetting('sgd', 'learningRate', 'a number above 0', learningRate);
  if (!(momentum >= 0 && momentum < 1))
    throw invalidSetting('sgd', 'momentum', 'a share from 0 up to but not including 1', momentum);
  if (nesterov && momentum === 0) throw invalidSetting('sgd', 'momentum', 'above 0 under nesterov', momentum);
  return momentum === 0
    ? {
        name: 'sgd',
        learningRate,
        settings: {},
        slots: [],
        update: (parameter, gradient, _, at) =>
          sgdStep(parameter, gradient, { learningRate: at.learningRate }),
      }
    : {
        name: 'sgd',
        learningRate,
        settings: { momentum },
        slots: ['velocity'],
        update: (parameter, gradient, [velocity], at) =>
          momentumStep(parameter, gradient, velocity!, { learningRate: at.learningRate, momentum, nesterov }),
      };
}

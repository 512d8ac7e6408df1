/** Scores to probabilities, as a layer. */
import { softmax } from '@convlens/tensor-core';
import type { Tensor } from '@convlens/tensor-core';
import type { LayerConfig, Shape } from '@convlens/types';
import { checkName, onlyKnown } from './config.js';
import { noWeights } from './layer.js';
import type { Layer, LayerPlan } from './layer.js';

/**
 * `exp(x_i) / sum_j exp(x_j)` along the last axis.
 *
 * Leave it out of a model that is trained with `softmaxCrossEntropy`: that loss takes logits, and `predict` adds the
 * probabilities.
 * @example new Softmax().plan([10]).outputShape // [10]
 */
export class Softmax implements Layer {
  readonly className = 'Softmax';
  readonly name: string | undefined;
  readonly config: LayerConfig = {};

  constructor(options: { readonly name?: string | undefined } = {}) {
    onlyKnown('Softmax', options, ['name']);
    this.name = checkName('Softmax', options.name);
  }

  plan(inputShape: Shape): LayerPlan {
    return { outputShape: inputShape, weights: noWeights, macs: 0 };
  }

  call(x: Tensor): Tensor {
    return softmax(x);
  }
}

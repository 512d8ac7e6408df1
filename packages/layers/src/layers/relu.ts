/** ReLU as a layer of its own, for networks that show it apart. */
import { relu } from '@convlens/tensor-core';
import type { Tensor } from '@convlens/tensor-core';
import type { LayerConfig, Shape } from '@convlens/types';
import { checkName, onlyKnown } from './config.js';
import { noWeights } from './layer.js';
import type { Layer, LayerPlan } from './layer.js';

/**
 * `max(x, 0)`; NaN stays NaN. Any shape. `activation: 'relu'` of the layer before does the same in one kernel.
 * @example new ReLU().plan([28, 28, 8]).outputShape // [28, 28, 8]
 */
export class ReLU implements Layer {
  readonly className = 'ReLU';
  readonly name: string | undefined;
  readonly config: LayerConfig = {};

  constructor(options: { readonly name?: string | undefined } = {}) {
    onlyKnown('ReLU', options, ['name']);
    this.name = checkName('ReLU', options.name);
  }

  plan(inputShape: Shape): LayerPlan {
    return { outputShape: inputShape, weights: noWeights, macs: 0 };
  }

  call(x: Tensor): Tensor {
    return relu(x);
  }
}

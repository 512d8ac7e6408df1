/** From feature maps to one row of numbers. */
import { reshape } from '@convlens/tensor-core';
import type { Tensor } from '@convlens/tensor-core';
import type { LayerConfig, Shape } from '@convlens/types';
import { checkName, onlyKnown } from './config.js';
import { noWeights } from './layer.js';
import type { Layer, LayerPlan } from './layer.js';

/**
 * Lays each example out as one row, channels fastest, then width, then height. No number is moved.
 *
 * - input `[batch, …]` · output `[batch, size]`
 *
 * @example new Flatten().plan([7, 7, 16]).outputShape // [784]
 */
export class Flatten implements Layer {
  readonly className = 'Flatten';
  readonly name: string | undefined;
  readonly config: LayerConfig = {};

  constructor(options: { readonly name?: string | undefined } = {}) {
    onlyKnown('Flatten', options, ['name']);
    this.name = checkName('Flatten', options.name);
  }

  plan(inputShape: Shape): LayerPlan {
    return {
      outputShape: [inputShape.reduce((product, size) => product * size, 1)],
      weights: noWeights,
      macs: 0,
    };
  }

  call(x: Tensor): Tensor {
    return reshape(x, [x.shape[0]!, -1]);
  }
}

/** Says what goes in. */
import type { Tensor } from '@convlens/tensor-core';
import type { LayerConfig, Shape } from '@convlens/types';
import { layerShape } from '../errors.js';
import { checkName, onlyKnown, shapeOf } from './config.js';
import { noWeights } from './layer.js';
import type { Layer, LayerPlan } from './layer.js';

export interface InputLayerOptions {
  /** Of one example, without the batch axis. */
  readonly shape: Shape;
  readonly name?: string | undefined;
}

/**
 * The first entry of a model's `layers`, instead of its option `inputShape`. As in Keras, `model.layers` does not list it.
 * @throws LayersError `INVALID_CONFIG`
 * @example new InputLayer({ shape: [28, 28, 1] })
 */
export class InputLayer implements Layer {
  readonly className = 'InputLayer';
  readonly name: string | undefined;
  readonly shape: Shape;

  constructor(options: InputLayerOptions) {
    onlyKnown('InputLayer', options, ['shape', 'name']);
    this.name = checkName('InputLayer', options.name);
    this.shape = shapeOf('InputLayer', 'shape', options.shape);
  }

  get config(): LayerConfig {
    return { shape: this.shape };
  }

  plan(inputShape: Shape, name: string): LayerPlan {
    if (String(inputShape) !== String(this.shape))
      throw layerShape(
        name,
        `shape [${this.shape.join(', ')}]`,
        inputShape,
        'Put InputLayer first, or leave it out.',
      );
    return { outputShape: inputShape, weights: noWeights, macs: 0 };
  }

  call(x: Tensor): Tensor {
    return x;
  }
}

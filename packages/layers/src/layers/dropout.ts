/** Forgets some values in training, so that no unit relies on one other. */
import { dropout } from '@convlens/tensor-core';
import type { Tensor } from '@convlens/tensor-core';
import type { LayerConfig, Shape } from '@convlens/types';
import { invalidConfig } from '../errors.js';
import { checkName, onlyKnown } from './config.js';
import { noWeights } from './layer.js';
import type { CallContext, Layer, LayerPlan } from './layer.js';

export interface DropoutOptions {
  /** Share of the values to drop, from 0 up to but not including 1. */
  readonly rate: number;
  readonly name?: string | undefined;
}

/**
 * In training sets each value to 0 with probability `rate` and multiplies the rest by `1 / (1 - rate)`; otherwise
 * passes everything on. Which values go is a function of the seed, the layer's name and the step. Any shape.
 *
 * Source: Srivastava et al., "Dropout: a simple way to prevent neural networks from overfitting" (2014), in the
 * "inverted" form that leaves prediction alone.
 *
 * @throws LayersError `INVALID_CONFIG`
 * @example new Dropout({ rate: 0.5 }).plan([128]).outputShape // [128]
 */
export class Dropout implements Layer {
  readonly className = 'Dropout';
  readonly name: string | undefined;
  readonly rate: number;

  constructor(options: DropoutOptions) {
    onlyKnown('Dropout', options, ['rate', 'name']);
    this.name = checkName('Dropout', options.name);
    if (typeof options.rate !== 'number' || !(options.rate >= 0 && options.rate < 1)) {
      throw invalidConfig(
        'Dropout',
        'rate',
        'a share from 0 up to but not including 1',
        options.rate,
        'For one value in four: 0.25.',
      );
    }
    this.rate = options.rate;
  }

  get config(): LayerConfig {
    return { rate: this.rate };
  }

  plan(inputShape: Shape): LayerPlan {
    return { outputShape: inputShape, weights: noWeights, macs: 0 };
  }

  call(x: Tensor, { training, key }: CallContext): Tensor {
    return training && this.rate > 0 ? dropout(x, { rate: this.rate, key }) : x;
  }
}

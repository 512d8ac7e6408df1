/** Keeps the largest value of each window: smaller maps that care less about the exact place. */
import { windowPlan } from '@convlens/geometry';
import type { Padding, Pair } from '@convlens/geometry';
import { maxPool2d } from '@convlens/tensor-core';
import type { Tensor } from '@convlens/tensor-core';
import type { LayerConfig, Shape } from '@convlens/types';
import { layerShape } from '../errors.js';
import { checkName, onlyKnown, padding, positivePair } from './config.js';
import { noWeights } from './layer.js';
import type { Layer, LayerPlan } from './layer.js';
import { windowOf } from './window.js';

export interface MaxPooling2DOptions {
  /** 2 unless told. */
  readonly poolSize?: Pair;
  /** As poolSize unless told: windows that touch and do not overlap. */
  readonly strides?: Pair | undefined;
  /** `'valid'` unless told. Padding never wins a maximum. */
  readonly padding?: Padding;
  readonly name?: string | undefined;
}

/**
 * Takes the maximum of each window, channel by channel.
 *
 * - input `[batch, height, width, channels]`
 * - output `[batch, outHeight, outWidth, channels]`
 *
 * With the defaults an odd last row or column is left out; `padding: 'same'` keeps it.
 *
 * @throws LayersError `INVALID_CONFIG` at once; `LAYER_SHAPE` when a model is built with it.
 * @example new MaxPooling2D({ poolSize: 2 }).plan([28, 28, 8], 'pool1').outputShape // [14, 14, 8]
 */
export class MaxPooling2D implements Layer {
  readonly className = 'MaxPooling2D';
  readonly name: string | undefined;
  readonly poolSize: readonly [number, number];
  readonly strides: readonly [number, number];
  readonly padding: Padding;

  constructor(options: MaxPooling2DOptions = {}) {
    onlyKnown('MaxPooling2D', options, ['poolSize', 'strides', 'padding', 'name']);
    this.name = checkName('MaxPooling2D', options.name);
    this.poolSize = positivePair('MaxPooling2D', 'poolSize', options.poolSize ?? 2);
    this.strides = positivePair('MaxPooling2D', 'strides', options.strides ?? this.poolSize);
    this.padding = padding('MaxPooling2D', options.padding ?? 'valid');
  }

  get config(): LayerConfig {
    return { poolSize: this.poolSize, strides: this.strides, padding: this.padding };
  }

  plan(inputShape: Shape, name: string): LayerPlan {
    const [height, width, channels] = inputShape;
    if (inputShape.length !== 3)
      throw layerShape(
        name,
        'shape [height, width, channels]',
        inputShape,
        'Put MaxPooling2D before Flatten.',
      );
    const window = windowOf(() =>
      windowPlan(name, {
        input: [height!, width!],
        window: this.poolSize,
        strides: this.strides,
        padding: this.padding,
      }),
    );
    return { outputShape: [...window.output, channels!], weights: noWeights, macs: 0 };
  }

  call(x: Tensor): Tensor {
    return maxPool2d(x, { windowSize: this.poolSize, strides: this.strides, padding: this.padding });
  }
}

/** Keeps the mean of each window. Unlike the maximum it is linear: without other bends a network with it is one affine map. */
import { averagePool2d } from '@convlens/tensor-core';
import type { Tensor } from '@convlens/tensor-core';
import { Pooling2D } from './pooling2d.js';
import type { Pooling2DOptions } from './pooling2d.js';

export type AveragePooling2DOptions = Pooling2DOptions;

/**
 * Takes the mean of each window, channel by channel.
 *
 * - input `[batch, height, width, channels]`
 * - output `[batch, outHeight, outWidth, channels]`
 *
 * With the defaults an odd last row or column is left out; `padding: 'same'` keeps it, and counts no padding.
 *
 * @throws LayersError `INVALID_CONFIG` at once; `LAYER_SHAPE` when a model is built with it.
 * @example new AveragePooling2D({ poolSize: 2 }).plan([28, 28, 8], 'pool1').outputShape // [14, 14, 8]
 */
export class AveragePooling2D extends Pooling2D {
  constructor(options: AveragePooling2DOptions = {}) {
    super('AveragePooling2D', options);
  }

  call(x: Tensor): Tensor {
    return averagePool2d(x, { windowSize: this.poolSize, strides: this.strides, padding: this.padding });
  }
}

/** Keeps the largest value of each window: smaller maps that care less about the exact place. */
import { maxPool2d } from '@convlens/tensor-core';
import type { Tensor } from '@convlens/tensor-core';
import { Pooling2D } from './pooling2d.js';
import type { Pooling2DOptions } from './pooling2d.js';

export type MaxPooling2DOptions = Pooling2DOptions;

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
export class MaxPooling2D extends Pooling2D {
  constructor(options: MaxPooling2DOptions = {}) {
    super('MaxPooling2D', options);
  }

  call(x: Tensor): Tensor {
    return maxPool2d(x, { windowSize: this.poolSize, strides: this.strides, padding: this.padding });
  }
}

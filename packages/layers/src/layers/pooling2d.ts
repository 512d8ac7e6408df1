/** What the poolings share: windows, their checks and the shape that they leave. Which number of a window stays is theirs to say. */
import { windowPlan } from '@convlens/geometry';
import type { Padding, Pair } from '@convlens/geometry';
import type { Tensor } from '@convlens/tensor-core';
import type { LayerConfig, Shape } from '@convlens/types';
import { layerShape } from '../errors.js';
import { checkName, onlyKnown, padding, positivePair } from './config.js';
import { noWeights } from './layer.js';
import type { Layer, LayerPlan } from './layer.js';
import { windowOf } from './window.js';

export interface Pooling2DOptions {
  /** 2 unless told. */
  readonly poolSize?: Pair;
  /** As poolSize unless told: windows that touch and do not overlap. */
  readonly strides?: Pair | undefined;
  /** `'valid'` unless told. Padding never wins a maximum and is not counted in a mean. */
  readonly padding?: Padding;
  readonly name?: string | undefined;
}

export abstract class Pooling2D implements Layer {
  readonly className: string;
  readonly name: string | undefined;
  readonly poolSize: readonly [number, number];
  readonly strides: readonly [number, number];
  readonly padding: Padding;

  constructor(className: string, options: Pooling2DOptions) {
    onlyKnown(className, options, ['poolSize', 'strides', 'padding', 'name']);
    this.className = className;
    this.name = checkName(className, options.name);
    this.poolSize = positivePair(className, 'poolSize', options.poolSize ?? 2);
    this.strides = positivePair(className, 'strides', options.strides ?? this.poolSize);
    this.padding = padding(className, options.padding ?? 'valid');
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
        `Put ${this.className} before Flatten.`,
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

  abstract call(x: Tensor): Tensor;
}

/** A bank of filters that slides over an image. Transposed, separable and depthwise convolution are layers of their own, later. */
import { windowPlan } from '@convlens/geometry';
import type { Padding, Pair } from '@convlens/geometry';
import { add, conv2d, conv2dBias } from '@convlens/tensor-core';
import type { Tensor } from '@convlens/tensor-core';
import type { LayerConfig, Shape } from '@convlens/types';
import { invalidConfig, layerShape } from '../errors.js';
import { resolveInitializer } from '../initializers/initializer.js';
import type { Initializer, InitializerName } from '../initializers/initializer.js';
import { zeros } from '../initializers/zeros.js';
import { activate, activations } from './activation.js';
import type { Activation } from './activation.js';
import { boolean, checkName, oneOf, onlyKnown, padding, positive, positivePair } from './config.js';
import type { CallContext, Layer, LayerPlan, WeightPlan } from './layer.js';
import { windowOf } from './window.js';

export interface Conv2DOptions {
  readonly filters: number;
  readonly kernelSize: Pair;
  /** 1 unless told. */
  readonly strides?: Pair;
  /** `'valid'` unless told. */
  readonly padding?: Padding;
  /** Distance between neighbouring cells of a filter; 1 unless told. */
  readonly dilationRate?: Pair;
  /** 1 unless told; input channels and filters are split evenly. */
  readonly groups?: number;
  /** `'linear'` unless told. */
  readonly activation?: Activation | undefined;
  /** true unless told. */
  readonly useBias?: boolean;
  /** `'glorotUniform'` unless told. A function is not saved: weights are. */
  readonly kernelInitializer?: InitializerName | Initializer;
  /** Named after the class unless told. */
  readonly name?: string | undefined;
}

const known = [
  'filters',
  'kernelSize',
  'strides',
  'padding',
  'dilationRate',
  'groups',
  'activation',
  'useBias',
  'kernelInitializer',
  'name',
];

/**
 * Convolves images with `filters` learnt filters, adds a bias to each and applies an activation.
 *
 * - input `[batch, height, width, inChannels]`
 * - output `[batch, outHeight, outWidth, filters]`
 * - weights: `filter` `[kernelHeight, kernelWidth, inChannels / groups, filters]`, `bias` `[filters]`
 *
 * @throws LayersError `INVALID_CONFIG` at once; `LAYER_SHAPE` when a model is built with it.
 * @example
 * const model = new Sequential({ inputShape: [28, 28, 1], layers: [new Conv2D({ filters: 8, kernelSize: 5, padding: 'same' })] });
 * model.outputShape; // [28, 28, 8]
 */
export class Conv2D implements Layer {
  readonly className = 'Conv2D';
  readonly name: string | undefined;
  readonly filters: number;
  readonly kernelSize: readonly [number, number];
  readonly strides: readonly [number, number];
  readonly padding: Padding;
  readonly dilationRate: readonly [number, number];
  readonly groups: number;
  readonly activation: Activation;
  readonly useBias: boolean;
  readonly kernelInitializer: InitializerName | Initializer;

  constructor(options: Conv2DOptions) {
    onlyKnown('Conv2D', options, known);
    this.name = checkName('Conv2D', options.name);
    this.filters = positive('Conv2D', 'filters', options.filters);
    this.kernelSize = positivePair('Conv2D', 'kernelSize', options.kernelSize);
    this.strides = positivePair('Conv2D', 'strides', options.strides ?? 1);
    this.padding = padding('Conv2D', options.padding ?? 'valid');
    this.dilationRate = positivePair('Conv2D', 'dilationRate', options.dilationRate ?? 1);
    this.groups = positive('Conv2D', 'groups', options.groups ?? 1);
    this.activation = oneOf('Conv2D', 'activation', options.activation ?? 'linear', activations);
    this.useBias = boolean('Conv2D', 'useBias', options.useBias ?? true);
    this.kernelInitializer = options.kernelInitializer ?? 'glorotUniform';
    resolveInitializer('Conv2D', 'kernelInitializer', this.kernelInitializer);
    if (this.filters % this.groups !== 0) {
      throw invalidConfig(
        'Conv2D',
        'groups',
        `a divisor of filters (${this.filters})`,
        this.groups,
        'Use 1, or another divisor.',
      );
    }
  }

  get config(): LayerConfig {
    const { filters, kernelSize, strides, dilationRate, groups, activation, useBias, kernelInitializer } =
      this;
    return {
      filters,
      kernelSize,
      strides,
      padding: this.padding,
      dilationRate,
      groups,
      activation,
      useBias,
      ...(typeof kernelInitializer === 'string' && { kernelInitializer }),
    };
  }

  plan(inputShape: Shape, name: string): LayerPlan {
    const [height, width, channels] = inputShape;
    if (inputShape.length !== 3)
      throw layerShape(
        name,
        'shape [height, width, channels]',
        inputShape,
        'Put Conv2D before Flatten, and give images a channel axis.',
      );
    if (channels! % this.groups !== 0)
      throw layerShape(
        name,
        `channels that ${this.groups} groups divide`,
        inputShape,
        'Change groups, or the filters of the layer before.',
      );
    const [kernelHeight, kernelWidth] = this.kernelSize;
    const window = windowOf(() =>
      windowPlan(name, {
        input: [height!, width!],
        window: this.kernelSize,
        strides: this.strides,
        padding: this.padding,
        dilations: this.dilationRate,
      }),
    );
    const perGroup = channels! / this.groups;
    const fans = {
      fanIn: kernelHeight * kernelWidth * perGroup,
      fanOut: (kernelHeight * kernelWidth * this.filters) / this.groups,
    };
    const initializer = resolveInitializer('Conv2D', 'kernelInitializer', this.kernelInitializer);
    const filter: WeightPlan = {
      name: 'filter',
      shape: [kernelHeight, kernelWidth, perGroup, this.filters],
      initializer,
      ...fans,
    };
    const bias: WeightPlan = { name: 'bias', shape: [this.filters], initializer: zeros, ...fans };
    return {
      outputShape: [...window.output, this.filters],
      weights: this.useBias ? [filter, bias] : [filter],
      macs: window.output[0] * window.output[1] * this.filters * fans.fanIn,
    };
  }

  call(x: Tensor, { weights, onPreactivation }: CallContext): Tensor {
    const { filter, bias } = weights;
    const options = {
      strides: this.strides,
      padding: this.padding,
      dilations: this.dilationRate,
      groups: this.groups,
    };
    const sum = bias
      ? {
          fused: (activation: 'none' | 'relu') => conv2dBias(x, filter!, bias, { ...options, activation }),
          unfused: () => add(conv2d(x, filter!, options), bias),
        }
      : { fused: undefined, unfused: () => conv2d(x, filter!, options) };
    return activate(sum, this.activation, onPreactivation);
  }
}

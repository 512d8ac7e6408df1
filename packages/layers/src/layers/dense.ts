/** Every output looks at every input. */
import { add, matMul, matMulBias } from '@convlens/tensor-core';
import type { Tensor } from '@convlens/tensor-core';
import type { LayerConfig, Shape } from '@convlens/types';
import { layerShape } from '../errors.js';
import { resolveInitializer } from '../initializers/initializer.js';
import type { Initializer, InitializerName } from '../initializers/initializer.js';
import { zeros } from '../initializers/zeros.js';
import { activate, activations } from './activation.js';
import type { Activation } from './activation.js';
import { boolean, checkName, oneOf, onlyKnown, positive } from './config.js';
import type { CallContext, Layer, LayerPlan, WeightPlan } from './layer.js';

export interface DenseOptions {
  readonly units: number;
  /** `'linear'` unless told. */
  readonly activation?: Activation | undefined;
  /** true unless told. */
  readonly useBias?: boolean;
  /** `'glorotUniform'` unless told. A function is not saved: weights are. */
  readonly kernelInitializer?: InitializerName | Initializer;
  readonly name?: string | undefined;
}

/**
 * Multiplies each row by a learnt matrix, adds a bias and applies an activation.
 *
 * - input `[batch, inputs]` · output `[batch, units]`
 * - weights: `kernel` `[inputs, units]`, `bias` `[units]`
 *
 * @throws LayersError `INVALID_CONFIG` at once; `LAYER_SHAPE` when a model is built with it.
 * @example new Dense({ units: 128, activation: 'relu' }).plan([784], 'dense1').outputShape // [128]
 */
export class Dense implements Layer {
  readonly className = 'Dense';
  readonly name: string | undefined;
  readonly units: number;
  readonly activation: Activation;
  readonly useBias: boolean;
  readonly kernelInitializer: InitializerName | Initializer;

  constructor(options: DenseOptions) {
    onlyKnown('Dense', options, ['units', 'activation', 'useBias', 'kernelInitializer', 'name']);
    this.name = checkName('Dense', options.name);
    this.units = positive('Dense', 'units', options.units);
    this.activation = oneOf('Dense', 'activation', options.activation ?? 'linear', activations);
    this.useBias = boolean('Dense', 'useBias', options.useBias ?? true);
    this.kernelInitializer = options.kernelInitializer ?? 'glorotUniform';
    resolveInitializer('Dense', 'kernelInitializer', this.kernelInitializer);
  }

  get config(): LayerConfig {
    const { units, activation, useBias, kernelInitializer } = this;
    return {
      units,
      activation,
      useBias,
      ...(typeof kernelInitializer === 'string' && { kernelInitializer }),
    };
  }

  plan(inputShape: Shape, name: string): LayerPlan {
    if (inputShape.length !== 1)
      throw layerShape(name, 'shape [inputs]', inputShape, 'Put Flatten before Dense.');
    const [inputs] = inputShape;
    const fans = { fanIn: inputs!, fanOut: this.units };
    const initializer = resolveInitializer('Dense', 'kernelInitializer', this.kernelInitializer);
    const kernel: WeightPlan = { name: 'kernel', shape: [inputs!, this.units], initializer, ...fans };
    const bias: WeightPlan = { name: 'bias', shape: [this.units], initializer: zeros, ...fans };
    return {
      outputShape: [this.units],
      weights: this.useBias ? [kernel, bias] : [kernel],
      macs: inputs! * this.units,
    };
  }

  call(x: Tensor, { weights, onPreactivation }: CallContext): Tensor {
    const { kernel, bias } = weights;
    const sum = bias
      ? {
          fused: (activation: 'none' | 'relu') => matMulBias(x, kernel!, bias, { activation }),
          unfused: () => add(matMul(x, kernel!), bias),
        }
      : { fused: undefined, unfused: () => matMul(x, kernel!) };
    return activate(sum, this.activation, onPreactivation);
  }
}

/**
 * What a layer is: settings, the shapes they lead to, and the ops they stand for. A layer holds no tensor and no state:
 * weights belong to the model, which hands them in. So one layer object may be used in several models.
 */
import type { Tensor } from '@convlens/tensor-core';
import type { RandomKey } from '@convlens/random';
import type { LayerConfig, Shape } from '@convlens/types';
import type { Initializer } from '../initializers/initializer.js';

export interface Layer {
  /** The class in Keras's words, as it is saved: `Conv2D`. */
  readonly className: string;
  /** The name it was given, if any; a model names the others after their class. */
  readonly name: string | undefined;
  /** Its settings as plain data, as they are saved; defaults filled in. */
  readonly config: LayerConfig;
  /**
   * Works out shapes and weights, and checks that the layer fits. Shapes are without the batch axis.
   * @param name The layer's name in its model: errors begin with it.
   * @throws LayersError `LAYER_SHAPE`
   */
  plan(inputShape: Shape, name: string): LayerPlan;
  /** Runs the layer on a batch. */
  call(x: Tensor, context: CallContext): Tensor;
}

export interface LayerPlan {
  readonly outputShape: Shape;
  /** In the order in which they are listed and saved. */
  readonly weights: readonly WeightPlan[];
  /** Multiply-accumulates for one example. */
  readonly macs: number;
}

export interface WeightPlan {
  readonly name: string;
  readonly shape: Shape;
  readonly fanIn: number;
  readonly fanOut: number;
  readonly initializer: Initializer;
}

/** What a model lends a layer for one call. */
export interface CallContext {
  /** By the names of its plan. */
  readonly weights: Readonly<Record<string, Tensor>>;
  /** Dropout acts only in training. */
  readonly training: boolean;
  /** A function of seed, layer name and step. */
  readonly key: RandomKey;
  /** Present when somebody watches what goes into the activation: it is then not fused away. Same bits either way. */
  readonly onPreactivation?: ((preactivation: Tensor) => void) | undefined;
}

export const noWeights: readonly WeightPlan[] = [];

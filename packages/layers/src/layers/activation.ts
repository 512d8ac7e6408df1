/** The functions that Conv2D and Dense can end with, and when they are fused. */
import { leakyRelu, relu, sigmoid, softmax, tanh } from '@convlens/tensor-core';
import type { Tensor } from '@convlens/tensor-core';

export const activations = ['linear', 'relu', 'leakyRelu', 'sigmoid', 'tanh', 'softmax'] as const;

/** `'linear'` changes nothing; `'leakyRelu'` has a slope of 0.2 below zero. */
export type Activation = (typeof activations)[number];

/** A layer's sum of products, in the two ways in which it can be computed. */
export interface WeightedSum {
  /** Bias and ReLU in one kernel; absent for a layer without a bias, where there is nothing to fuse. */
  readonly fused: ((activation: 'none' | 'relu') => Tensor) | undefined;
  /** Op by op, without the activation. */
  readonly unfused: () => Tensor;
}

/**
 * A weighted sum and its activation: fused where nobody looks in between, else op by op with the same bits.
 * (A fused kernel adds the bias to the finished sum, and ReLU picks a value: neither rounds anything anew.)
 */
export function activate(
  sum: WeightedSum,
  activation: Activation,
  onPreactivation?: (preactivation: Tensor) => void,
): Tensor {
  const fused = onPreactivation ? undefined : sum.fused;
  if (fused && activation === 'relu') return fused('relu');
  const preactivation = fused ? fused('none') : sum.unfused();
  onPreactivation?.(preactivation);
  switch (activation) {
    case 'linear':
      return preactivation;
    case 'relu':
      return relu(preactivation);
    case 'leakyRelu':
      return leakyRelu(preactivation);
    case 'sigmoid':
      return sigmoid(preactivation);
    case 'tanh':
      return tanh(preactivation);
    case 'softmax':
      return softmax(preactivation);
    default:
      return activation satisfies never;
  }
}

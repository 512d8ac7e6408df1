/** The loss of a classifier. */
import { softmaxCrossEntropy as crossEntropyOf } from '@convlens/tensor-core';
import { invalidSetting } from '../errors.js';
import type { Loss } from './loss.js';

export interface SoftmaxCrossEntropyOptions {
  /** Share of the label that is spread evenly over all classes, from 0 up to 1; 0 unless told. */
  readonly labelSmoothing?: number;
}

/**
 * Mean over the batch of `-sum_c target_c log softmax(logits)_c`, where the target is 1 for the label and 0 elsewhere;
 * with smoothing `s`, `target_c (1 - s) + s / classes` (Szegedy et al., "Rethinking the Inception architecture", 2015,
 * section 7).
 *
 * It takes logits: a model that ends in softmax is refused.
 * @example new Trainer({ model, optimizer: adam(), loss: softmaxCrossEntropy() })
 */
export function softmaxCrossEntropy({ labelSmoothing = 0 }: SoftmaxCrossEntropyOptions = {}): Loss {
  if (!(labelSmoothing >= 0 && labelSmoothing < 1)) {
    throw invalidSetting(
      'softmaxCrossEntropy',
      'labelSmoothing',
      'a share from 0 up to but not including 1',
      labelSmoothing,
    );
  }
  return {
    name: 'softmaxCrossEntropy',
    expects: 'logits',
    compute: (output, labels) => crossEntropyOf(output, labels, { labelSmoothing }),
  };
}

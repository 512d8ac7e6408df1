/** What a training loop asks of a loss. */
import type { Tensor } from '@convlens/tensor-core';

export interface Loss {
  readonly name: string;
  /** What the model's output has to be: unnormalised scores of classes. */
  readonly expects: 'logits';
  /**
   * The mean over the batch, a scalar.
   * - `output`: `[batch, classes]` · `labels`: int32 `[batch]`
   */
  compute(output: Tensor, labels: Tensor): Tensor;
}

/** The loss of a classifier. Ignored labels and class weights are not here yet. */
import { sameShape } from '../broadcast.js';
import { isFloat } from '../dtype.js';
import { formatShape, invalidOption, invalidShape, mixedDTypes, wrongDType } from '../errors.js';
import { defineOp } from '../op.js';
import type { TensorSpec } from '../op.js';
import { assertTensor } from '../tensor.js';
import type { Tensor } from '../tensor.js';
import { mean } from './mean.js';
import { multiply } from './multiply.js';
import { negate } from './negate.js';
import { reshape } from './reshape.js';
import { sum } from './sum.js';
import { assertFloat, inferSame } from './unary.js';

export interface SoftmaxCrossEntropyOptions {
  /** Share of each target that is spread evenly over all classes; 0 unless told. */
  readonly labelSmoothing?: number | undefined;
  /** `'mean'` over the rows unless told; `'none'` leaves one loss a row. */
  readonly reduction?: 'mean' | 'sum' | 'none' | undefined;
}

const reductions: readonly SoftmaxCrossEntropyOptions['reduction'][] = ['mean', 'sum', 'none'];

const backprop = defineOp<'softmaxCrossEntropyBackprop'>({
  name: 'softmaxCrossEntropyBackprop',
  inferOutputs: ([, logProbabilities]) => inferSame([logProbabilities!]),
});

/** Kernels see rows: logits `[rows, classes]`, labels `[rows]` or `[rows, classes]`. */
const op = defineOp<'softmaxCrossEntropy'>({
  name: 'softmaxCrossEntropy',
  inferOutputs: ([logits]) => [
    { shape: [logits!.shape[0]!], dtype: logits!.dtype },
    { shape: logits!.shape, dtype: logits!.dtype },
  ],
  gradient({ dys: [dy], inputs: [logits, labels], outputs: [, logProbabilities], attrs }) {
    const { runtime } = logits!;
    return [
      () => runtime.run(backprop, [dy!, logProbabilities!, labels!], attrs)[0]!,
      // The loss is linear in soft labels: -log(softmax), less what smoothing takes away.
      isFloat(labels!.dtype)
        ? () => multiply(multiply(reshape(dy!, [-1, 1]), negate(logProbabilities!)), 1 - attrs.labelSmoothing)
        : undefined,
    ];
  },
});

/**
 * Cross-entropy between labels and `softmax(logits)`, computed from the logits so that large ones neither overflow nor
 * lose digits.
 *
 * - `logits`: `[..., classes]`
 * - `labels`: integer classes `[...]` (int32, uint8), or shares `[..., classes]` (one-hot or soft) of the logits' dtype
 * - returns a scalar, or `[...]` under `reduction: 'none'`
 *
 * With smoothing s each target t becomes `(1 - s) t + s / classes` (Szegedy et al. 2016, section 7).
 *
 * @throws ShapeError `INVALID_SHAPE`, `WRONG_DTYPE`, `INVALID_OPTION`, and `LABEL_RANGE` for a label that is no class
 * @example softmaxCrossEntropy(runtime.tensor(Float32Array.of(0, 0), [1, 2]), runtime.tensor(Int32Array.of(1), [1])) // 0.6931472
 */
export function softmaxCrossEntropy(
  logits: Tensor,
  labels: Tensor,
  options: SoftmaxCrossEntropyOptions = {},
): Tensor {
  const { labelSmoothing = 0, reduction = 'mean' } = options;
  assertTensor('softmaxCrossEntropy', 0, logits);
  assertTensor('softmaxCrossEntropy', 1, labels);
  assertLabels(logits, labels);
  if (!(labelSmoothing >= 0 && labelSmoothing < 1)) {
    throw invalidOption(
      'softmaxCrossEntropy',
      'labelSmoothing',
      'from 0 to below 1',
      labelSmoothing,
      'Use 0 for none, 0.1 for some.',
    );
  }
  if (!reductions.includes(reduction)) {
    throw invalidOption(
      'softmaxCrossEntropy',
      'reduction',
      "'mean', 'sum' or 'none'",
      `'${String(reduction)}'`,
      'Choose one of them.',
    );
  }
  const classes = logits.shape.at(-1)!;
  const rows = logits.shape.slice(0, -1);
  const isSoft = isFloat(labels.dtype);
  const inputs = [reshape(logits, [-1, classes]), reshape(labels, isSoft ? [-1, classes] : [-1])];
  const losses = logits.runtime.run(op, inputs, { labelSmoothing })[0]!;
  if (reduction === 'none') return reshape(losses, rows);
  return reduction === 'sum' ? sum(losses) : mean(losses);
}

function assertLabels(logits: TensorSpec, labels: TensorSpec): void {
  assertFloat('softmaxCrossEntropy', 'logits', logits);
  if (!(logits.shape.at(-1)! > 0))
    throw invalidShape(
      'softmaxCrossEntropy',
      'logits [..., classes] of at least one class',
      formatShape(logits.shape),
      'Give the scores an axis of classes.',
    );
  if (labels.dtype === 'bool')
    throw wrongDType(
      'softmaxCrossEntropy',
      'labels',
      'int32, uint8 or that of the logits',
      'bool',
      "Convert them: cast(labels, 'int32').",
    );
  const rows = logits.shape.slice(0, -1);
  if (isFloat(labels.dtype)) {
    if (labels.dtype !== logits.dtype) throw mixedDTypes('softmaxCrossEntropy', logits.dtype, labels.dtype);
    if (sameShape(labels.shape, logits.shape)) return;
    throw invalidShape(
      'softmaxCrossEntropy',
      `one share for each class, ${formatShape(logits.shape)}`,
      formatShape(labels.shape),
      "Integer classes must be int32 or uint8: cast(labels, 'int32').",
    );
  }
  if (!sameShape(labels.shape, rows)) {
    throw invalidShape(
      'softmaxCrossEntropy',
      `one class for each row of logits, ${formatShape(rows)}`,
      formatShape(labels.shape),
      "Shares of classes must be floats of the logits' shape.",
    );
  }
}

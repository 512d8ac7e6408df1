/** How surprised a classifier is by the right answer: -sum(target * log(softmax(logits))), row by row. */
import { labelOutOfRange } from '../errors.js';
import type { KernelTensor } from '../kernels.js';
import { logSumExp, rowsOf } from './softmax.js';
import type { ReferenceKernel, View } from './view.js';

export const softmaxCrossEntropy: ReferenceKernel<'softmaxCrossEntropy'> =
  (view) =>
  ([logits, labels], { labelSmoothing }, [loss, logProbabilities]) => {
    const [X, Loss, Log] = [view(logits), view(loss), view(logProbabilities)];
    const target = targets(view, labels, logits, labelSmoothing);
    let row = 0;
    for (const [start, end] of rowsOf(logits)) {
      const total = logSumExp(X, start, end);
      let surprise = 0;
      for (let i = start; i < end; i++) {
        const share = target(row, i - start);
        // 0 * -Infinity is NaN, but an impossible class that nobody asks for costs nothing.
        if (share !== 0) surprise -= share * (X[i]! - total);
        Log[i] = X[i]! - total;
      }
      Loss[row++] = surprise;
    }
  };

/** dLogits = dy (softmax * sum(target) - target) */
export const softmaxCrossEntropyBackprop: ReferenceKernel<'softmaxCrossEntropyBackprop'> =
  (view) =>
  ([dy, logProbabilities, labels], { labelSmoothing }, [dLogits]) => {
    const [dY, Log, dX] = [view(dy), view(logProbabilities), view(dLogits)];
    const target = targets(view, labels, logProbabilities, labelSmoothing);
    let row = 0;
    for (const [start, end] of rowsOf(logProbabilities)) {
      let whole = 0;
      for (let i = start; i < end; i++) whole += target(row, i - start);
      for (let i = start; i < end; i++)
        dX[i] = dY[row]! * (Math.exp(Log[i]!) * whole - target(row, i - start));
      row++;
    }
  };

/** The share that a row asks of each class; smoothing moves some of it from where it is to all classes evenly. */
function targets(
  view: View,
  labels: KernelTensor,
  logits: KernelTensor,
  smoothing: number,
): (row: number, column: number) => number {
  const L = view(labels);
  const classes = logits.shape.at(-1)!;
  const isInteger = labels.shape.length < logits.shape.length;
  if (isInteger) {
    const wrong = L.find((label) => label < 0 || label >= classes);
    if (wrong !== undefined) throw labelOutOfRange(wrong, classes);
  }
  if (isInteger) return (row, column) => (1 - smoothing) * (L[row] === column ? 1 : 0) + smoothing / classes;
  return (row, column) => (1 - smoothing) * L[row * classes + column]! + smoothing / classes;
}

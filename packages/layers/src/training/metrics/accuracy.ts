/** How many were right. */

/**
 * Share of the predictions that equal their label, 0-1; NaN for none at all.
 * @example accuracy([1, 2, 3], [1, 2, 0]) // 0.666…
 */
export function accuracy(labels: ArrayLike<number>, predictions: ArrayLike<number>): number {
  let right = 0;
  for (let i = 0; i < labels.length; i++) if (labels[i] === predictions[i]) right++;
  return right / labels.length;
}

/**
 * The class with the largest score in each row of `[rows, classes]`; the first of equals. NaN counts as the largest.
 * @example predictedClasses(Float32Array.of(0.1, 0.9, 0.6, 0.4), 2) // Int32Array [1, 0]
 */
export function predictedClasses(scores: ArrayLike<number>, classes: number): Int32Array {
  return Int32Array.from({ length: scores.length / classes }, (_, row) => {
    let best = 0;
    for (let i = 0; i < classes; i++) {
      const score = scores[row * classes + i]!;
      if (Number.isNaN(score)) return i;
      if (score > scores[row * classes + best]!) best = i;
    }
    return best;
  });
}

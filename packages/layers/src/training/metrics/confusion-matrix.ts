/** Which class was taken for which. */

export interface ConfusionMatrix {
  readonly classes: number;
  /** Row-major `[classes, classes]`: row = label, column = prediction. */
  readonly counts: Uint32Array;
}

/** Examples of one class that were taken for another. */
export interface Confusion {
  readonly label: number;
  readonly prediction: number;
  readonly count: number;
}

/** @example confusionMatrix([0, 1, 1], [0, 1, 0], 2).counts // Uint32Array [1, 0, 1, 1] */
export function confusionMatrix(
  labels: ArrayLike<number>,
  predictions: ArrayLike<number>,
  classes: number,
): ConfusionMatrix {
  const counts = new Uint32Array(classes * classes);
  for (let i = 0; i < labels.length; i++) counts[labels[i]! * classes + predictions[i]!]!++;
  return { classes, counts };
}

/**
 * The pairs that were confused most, the worst first; equal counts in the order of their labels.
 * @param limit 5 unless told.
 * @example mostConfused(confusionMatrix([0, 1, 1], [0, 1, 0], 2)) // [{ label: 1, prediction: 0, count: 1 }]
 */
export function mostConfused({ classes, counts }: ConfusionMatrix, limit = 5): readonly Confusion[] {
  return [...counts]
    .map((count, index) => ({ label: Math.floor(index / classes), prediction: index % classes, count }))
    .filter(({ label, prediction, count }) => label !== prediction && count > 0)
    .sort((a, b) => b.count - a.count)
    .slice(0, limit);
}

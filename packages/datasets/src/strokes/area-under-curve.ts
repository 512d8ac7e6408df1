/** How well a number tells two groups apart, whatever threshold is chosen. */

/**
 * The area under the ROC curve: the chance that a random member of `positives` has the larger number than one of `negatives`, ties
 * counted half. 1 tells them apart without error, 0.5 not at all, 0 always the wrong way round.
 *
 * Source: Hanley and McNeil, "The meaning and use of the area under a receiver operating characteristic (ROC) curve" (Radiology 1982):
 * the Mann-Whitney statistic, divided by the number of pairs.
 */
export function areaUnderCurve(positives: readonly number[], negatives: readonly number[]): number {
  const sorted = [
    ...positives.map((value) => ({ value, isPositive: true })),
    ...negatives.map((value) => ({ value, isPositive: false })),
  ];
  sorted.sort((a, b) => a.value - b.value);
  let [won, below, start] = [0, 0, 0];
  while (start < sorted.length) {
    let [end, tiedPositives, tiedNegatives] = [start, 0, 0];
    for (; end < sorted.length && sorted[end]!.value === sorted[start]!.value; end++) {
      if (sorted[end]!.isPositive) tiedPositives++;
      else tiedNegatives++;
    }
    won += tiedPositives * (below + tiedNegatives / 2);
    below += tiedNegatives;
    start = end;
  }
  return won / (positives.length * negatives.length);
}

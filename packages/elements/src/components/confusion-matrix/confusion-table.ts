/** The counts as a table: the same rows and columns, with recall and precision at the edges. */
import type { Numbers } from '../../messages/numbers.js';
import type { TableData } from '../../parts/table-twin.js';
import type { ConfusionMatrixMessages } from './confusion-matrix.messages.js';
import { percentCell } from './percent-cell.js';
import type { ConfusionData, Tally } from './tally.js';

export function confusionTable(
  { classNames }: ConfusionData,
  { classes, counts, recall, precision }: Tally,
  words: ConfusionMatrixMessages,
  numbers: Numbers,
): TableData {
  const rows = classNames.map((name, row) => [
    name,
    ...Array.from(counts.subarray(row * classes, (row + 1) * classes), (count) => numbers.integer(count)),
    percentCell(recall[row]!, numbers),
  ]);
  return {
    caption: words.caption,
    head: [words.actual, ...classNames, words.recall],
    rows: [...rows, [words.precision, ...precision.map((share) => percentCell(share, numbers)), '']],
  };
}

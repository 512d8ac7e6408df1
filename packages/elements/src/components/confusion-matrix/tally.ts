/** From two rows of classes to counts, recall, precision and accuracy. No words, no drawing. */
import type { ImageBatch } from '@convlens/types';

/** What a network said of some examples, and what they are. Entry `i` of all of it belongs together. */
export interface ConfusionData {
  /** By class; their number is that of the rows and columns. */
  readonly classNames: readonly string[];
  /** The class that each example is of, from 0. */
  readonly actual: ArrayLike<number>;
  /** The class that the network gave it, from 0. */
  readonly predicted: ArrayLike<number>;
  /** The examples themselves, to look at. */
  readonly images?: ImageBatch;
}

export interface Tally {
  readonly classes: number;
  /** How many, at `actual * classes + predicted`. */
  readonly counts: Uint32Array;
  /** Examples that are counted, and those of them on the diagonal. */
  readonly total: number;
  readonly right: number;
  /** By class, 0-1: of those that are it, how many are found; of those taken for it, how many are. NaN where there are none. */
  readonly recall: readonly number[];
  readonly precision: readonly number[];
  /** The largest count beside the diagonal. */
  readonly largestError: number;
  /** Examples whose class, or whose predicted class, is none of these; and the first of them. */
  readonly leftOut: number;
  readonly firstLeftOut: number;
}

export type TallyFlaw =
  | { readonly flaw: 'classes'; readonly received: number }
  | { readonly flaw: 'lengths'; readonly actual: number; readonly predicted: number };

/** More rows than this are no picture any more. */
export const mostClasses = 200;

export function tallyOf({ classNames, actual, predicted }: ConfusionData): Tally | TallyFlaw {
  // Data may come from a file: what is missing has no length.
  const classes = Array.isArray(classNames) ? classNames.length : 0;
  if (classes < 1 || classes > mostClasses) return { flaw: 'classes', received: classes };
  const [examples, answers] = [actual?.length ?? 0, predicted?.length ?? 0];
  if (examples !== answers) return { flaw: 'lengths', actual: examples, predicted: answers };
  const counts = new Uint32Array(classes * classes);
  let [total, right, leftOut, firstLeftOut] = [0, 0, 0, -1];
  for (let index = 0; index < examples; index++) {
    const [row, column] = [actual[index]!, predicted[index]!];
    if (!isClass(row, classes) || !isClass(column, classes)) {
      if (leftOut === 0) firstLeftOut = index;
      leftOut += 1;
      continue;
    }
    counts[row * classes + column]! += 1;
    total += 1;
    if (row === column) right += 1;
  }
  const each = Array.from({ length: classes }, (_, index) => index);
  const sumOf = (at: (other: number) => number): number => each.reduce((sum, other) => sum + at(other), 0);
  const found = (index: number): number => counts[index * classes + index]!;
  return {
    classes,
    counts,
    total,
    right,
    recall: each.map((row) => found(row) / sumOf((column) => counts[row * classes + column]!)),
    precision: each.map((column) => found(column) / sumOf((row) => counts[row * classes + column]!)),
    largestError: counts.reduce(
      (largest, count, cell) => (cell % (classes + 1) === 0 ? largest : Math.max(largest, count)),
      0,
    ),
    leftOut,
    firstLeftOut,
  };
}

const isClass = (value: number, classes: number): boolean =>
  Number.isInteger(value) && value >= 0 && value < classes;

export interface ConfusionCell {
  readonly actual: number;
  readonly predicted: number;
}

/** The mistake that is made most often, the first of equals; undefined where there is none. */
export function worstOf({ classes, counts, largestError }: Tally): ConfusionCell | undefined {
  if (largestError === 0) return undefined;
  const cell = counts.findIndex((count, at) => count === largestError && at % (classes + 1) !== 0);
  return { actual: Math.floor(cell / classes), predicted: cell % classes };
}

/** Places of the examples of one cell. */
export function examplesOf({ actual, predicted }: ConfusionData, cell: ConfusionCell): readonly number[] {
  const found: number[] = [];
  for (let index = 0; index < actual.length; index++)
    if (actual[index] === cell.actual && predicted[index] === cell.predicted) found.push(index);
  return found;
}

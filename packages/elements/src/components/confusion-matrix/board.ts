/** The matrix as a board of square cells: how large they are, which one lies under a point, where a key leads. */
import type { ConfusionCell } from './tally.js';

/** What a finger can hit; with many classes cells are smaller, and arrow keys and the table reach them. */
const leastTarget = 24;
const manyClasses = 40;
const leastOfMany = 12;
const largestCell = 44;
/** Width of one digit at 9 px, and what stays free beside them. */
const digitWidth = 5.4;
const cellMargin = 2;
/** From this size on a cell shows its number. */
export const readable = 22;

/**
 * @param available Pixels across for the cells alone.
 * @param digits Of the largest count.
 */
export function cellSize(classes: number, available: number, digits: number): number {
  if (classes > manyClasses)
    return Math.max(leastOfMany, Math.min(largestCell, Math.floor(available / classes)));
  const least = Math.max(leastTarget, Math.ceil(digits * digitWidth + cellMargin));
  return Math.max(least, Math.min(Math.max(least, largestCell), Math.floor(available / classes)));
}

/** @param x, y Shares of the board's sides. */
export function cellAt(classes: number, x: number, y: number): ConfusionCell | undefined {
  const [predicted, actual] = [Math.floor(x * classes), Math.floor(y * classes)];
  const isInside = predicted >= 0 && predicted < classes && actual >= 0 && actual < classes;
  return isInside ? { actual, predicted } : undefined;
}

/** Where a key leads from a cell; undefined for a key that leads nowhere. At the edge one stays. */
export function neighbour(
  classes: number,
  { actual, predicted }: ConfusionCell,
  key: string,
): ConfusionCell | undefined {
  const within = (value: number): number => Math.max(0, Math.min(classes - 1, value));
  switch (key) {
    case 'ArrowLeft':
      return { actual, predicted: within(predicted - 1) };
    case 'ArrowRight':
      return { actual, predicted: within(predicted + 1) };
    case 'ArrowUp':
      return { actual: within(actual - 1), predicted };
    case 'ArrowDown':
      return { actual: within(actual + 1), predicted };
    case 'Home':
      return { actual, predicted: 0 };
    case 'End':
      return { actual, predicted: classes - 1 };
    default:
      return undefined;
  }
}

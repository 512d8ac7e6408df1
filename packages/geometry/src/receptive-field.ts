/**
 * Which cells of the input one output cell can see through a chain of windows. Only the rectangle around them: holes that
 * dilation leaves are inside it.
 */
import { effectiveSize } from './window-plan.js';
import type { WindowPlan } from './window-plan.js';

/** Rows `top` to `bottom - 1`, columns `left` to `right - 1`. */
export interface CellRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/**
 * The input cells that reach output cell `[row, column]`, without cells of padding.
 *
 * Walks the chain backwards: rows `[a, b)` of an output come from rows
 * `[a stride - padBefore, (b - 1) stride - padBefore + effectiveWindow)` of its input
 * (Araujo, Norris and Sim, "Computing Receptive Fields of Convolutional Neural Networks", 2019, for one cell).
 *
 * @param plans From the first layer to the last; no plan at all leaves the cell itself.
 * @example
 * const conv = windowPlan('conv2d', { input: [28, 28], window: 5, padding: 'same' });
 * receptiveField([conv], [0, 10]) // { top: 0, left: 8, bottom: 3, right: 13 }
 */
export function receptiveField(
  plans: readonly WindowPlan[],
  [row, column]: readonly [number, number],
): CellRange {
  let range: CellRange = { top: row, left: column, bottom: row + 1, right: column + 1 };
  for (const plan of [...plans].reverse()) {
    const [top, bottom] = before(range.top, range.bottom, plan, 0, plan.pads.top);
    const [left, right] = before(range.left, range.right, plan, 1, plan.pads.left);
    range = { top, left, bottom, right };
  }
  return range;
}

/**
 * The same where the input had no border: always of one size, and partly outside near an edge. What is outside was padding.
 * @example
 * const conv = windowPlan('conv2d', { input: [28, 28], window: 5, padding: 'same' });
 * unclippedField([conv], [0, 10]) // { top: -2, left: 8, bottom: 3, right: 13 }
 */
export function unclippedField(
  plans: readonly WindowPlan[],
  [row, column]: readonly [number, number],
): CellRange {
  let range: CellRange = { top: row, left: column, bottom: row + 1, right: column + 1 };
  for (const { window, strides, dilations, pads } of [...plans].reverse()) {
    const along = (start: number, end: number, axis: 0 | 1, pad: number): readonly [number, number] => [
      start * strides[axis] - pad,
      (end - 1) * strides[axis] - pad + effectiveSize(window[axis], dilations[axis]),
    ];
    const [top, bottom] = along(range.top, range.bottom, 0, pads.top);
    const [left, right] = along(range.left, range.right, 1, pads.left);
    range = { top, left, bottom, right };
  }
  return range;
}

function before(
  start: number,
  end: number,
  { input, window, strides, dilations }: WindowPlan,
  axis: 0 | 1,
  pad: number,
): readonly [number, number] {
  const first = start * strides[axis] - pad;
  const last = (end - 1) * strides[axis] - pad + effectiveSize(window[axis], dilations[axis]);
  return [Math.max(0, first), Math.min(input[axis], last)];
}

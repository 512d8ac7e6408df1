/**
 * Why a number's gradient is what it is: dLoss / d(number) as a sum over all that it goes into. The chain rule, one layer at a
 * time; every part is a weight times the gradient behind it. No words.
 */
import type { CellAddress, Term } from '../trace/explain.js';
import { cellIndex } from '../trace/explain.js';
import type { Values } from '../trace/trace.js';
import { dSumAt } from './weight-step.js';
import type { LayerStep } from './weight-step.js';

/**
 * @param after The layer that the number goes into.
 * @param weights Its filter or kernel; none for a pooling.
 * @param cell Of the layer before it.
 * @returns One term a map, or a unit, of that layer; those that get nothing of it are left out.
 */
export function gradientTerms(
  after: LayerStep,
  weights: Values | undefined,
  cell: CellAddress,
  image: number,
): readonly Term[] {
  const { stage } = after;
  if (stage.kind === 'units' || stage.kind === 'scores') return throughDense(after, weights, cell, image);
  if (stage.kind !== 'maps' || !stage.plan) return [];
  return stage.how === 'pooling'
    ? throughPooling(after, cell, image)
    : throughConvolution(after, weights, cell, image);
}

function throughDense(
  after: LayerStep,
  kernel: Values | undefined,
  cell: CellAddress,
  image: number,
): readonly Term[] {
  if (!kernel) return [];
  const place = cellIndex(after.before, cell);
  const { count } = after.stage;
  return nonZero(
    Array.from({ length: count }, (_, unit) => ({
      from: unit,
      amount: kernel[place * count + unit]! * dSumAt(after, image, 0, 0, unit),
    })),
  );
}

function throughConvolution(
  after: LayerStep,
  filter: Values | undefined,
  cell: CellAddress,
  image: number,
): readonly Term[] {
  const { stage, before } = after;
  if (!filter || stage.kind !== 'maps' || !stage.plan) return [];
  const { window } = stage.plan;
  const { count } = stage;
  const perGroup = filter.length / (window[0] * window[1] * count);
  const perGroupOut = count / (before.count / perGroup);
  const firstOut = Math.floor(cell.unit / perGroup) * perGroupOut;
  const amounts = new Float64Array(count);
  forEachWindow(after, cell, (row, column, windowY, windowX) => {
    const weight = ((windowY * window[1] + windowX) * perGroup + (cell.unit % perGroup)) * count;
    for (let out = firstOut; out < firstOut + perGroupOut; out++)
      amounts[out]! += filter[weight + out]! * dSumAt(after, image, row, column, out);
  });
  return nonZero(Array.from(amounts, (amount, from) => ({ from, amount })));
}

/** To the largest of each window, the first of equals; of a mean, to all cells in equal shares. */
function throughPooling(after: LayerStep, cell: CellAddress, image: number): readonly Term[] {
  const { stage, before, inputs } = after;
  if (stage.kind !== 'maps' || !stage.plan) return [];
  let amount = 0;
  const [height, width] = before.size;
  forEachWindow(after, cell, (row, column) => {
    const places = placesUnder(after, row, column).map(
      ([inY, inX]) => ((image * height + inY) * width + inX) * before.count + cell.unit,
    );
    const own = ((image * height + cell.row) * width + cell.column) * before.count + cell.unit;
    const dy = dSumAt(after, image, row, column, cell.unit);
    if (stage.pooling === 'average') amount += dy / places.length;
    else if (places.reduce((best, place) => (inputs[place]! > inputs[best]! ? place : best)) === own)
      amount += dy;
  });
  return nonZero([{ from: cell.unit, amount }]);
}

/** Every window that covers the cell: its place, and the cell's place in it. */
function forEachWindow(
  { stage }: LayerStep,
  cell: CellAddress,
  visit: (row: number, column: number, windowY: number, windowX: number) => void,
): void {
  if (stage.kind !== 'maps' || !stage.plan) return;
  const { window, strides, pads, dilations, output } = stage.plan;
  for (let windowY = 0; windowY < window[0]; windowY++) {
    const row = (cell.row + pads.top - windowY * dilations[0]) / strides[0];
    if (!Number.isInteger(row) || row < 0 || row >= output[0]) continue;
    for (let windowX = 0; windowX < window[1]; windowX++) {
      const column = (cell.column + pads.left - windowX * dilations[1]) / strides[1];
      if (!Number.isInteger(column) || column < 0 || column >= output[1]) continue;
      visit(row, column, windowY, windowX);
    }
  }
}

function placesUnder(
  { stage }: LayerStep,
  row: number,
  column: number,
): readonly (readonly [number, number])[] {
  if (stage.kind !== 'maps' || !stage.plan) return [];
  const { window, strides, pads, dilations, input } = stage.plan;
  const along = (axis: 0 | 1, at: number, before: number): readonly number[] =>
    Array.from({ length: window[axis] }, (_, k) => at * strides[axis] - before + k * dilations[axis]).filter(
      (place) => place >= 0 && place < input[axis],
    );
  const columns = along(1, column, pads.left);
  return along(0, row, pads.top).flatMap((inY) => columns.map((inX) => [inY, inX] as const));
}

const nonZero = (terms: readonly Term[]): readonly Term[] => terms.filter(({ amount }) => amount !== 0);

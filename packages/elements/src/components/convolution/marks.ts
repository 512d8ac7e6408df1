/** What is marked in a plane of the input: its padding, and the window of the chosen cell; and which window a place belongs to. */
import type { ConvolutionTerm } from '@convlens/geometry';
import { cellUnder } from '../../parts/value-grid.js';
import type { Mark } from '../../parts/value-grid.js';
import type { Cell } from './lab.js';
import type { LabSettings, Solved } from './problem.js';

export const cellMark = (row: number, column: number, height = 1, width = 1): Mark => ({
  row,
  column,
  height,
  width,
  kind: 'mark',
});

export const paddingMarks = ([height, width]: readonly [number, number], pad: number): readonly Mark[] => [
  { row: 0, column: 0, height: pad, width: width + 2 * pad, kind: 'padding' },
  { row: height + pad, column: 0, height: pad, width: width + 2 * pad, kind: 'padding' },
  { row: pad, column: 0, height, width: pad, kind: 'padding' },
  { row: pad, column: width + pad, height, width: pad, kind: 'padding' },
];

/** One frame round the window where its cells touch, else one round each of them. */
export function windowMarks(
  [row, column]: Cell,
  now: LabSettings,
  [height, width]: readonly [number, number],
  terms: readonly ConvolutionTerm[],
): readonly Mark[] {
  if (now.isTransposed) return terms.flatMap(({ input }) => (input ? [cellMark(...input)] : []));
  const [top, left] = [row * now.stride, column * now.stride];
  if (now.dilation === 1) return [cellMark(top, left, height, width)];
  return terms.map(({ window: [down, right] }) =>
    cellMark(top + down * now.dilation, left + right * now.dilation),
  );
}

/** The output cell whose window has its middle nearest to what is pointed at in a plane. */
export function outputUnder(
  event: PointerEvent,
  cell: number,
  { isTransposed }: LabSettings,
  { plan, shown }: Solved,
): Cell {
  const place = cellUnder(event, cell, shown[0]!.size);
  const axis = (at: number, index: 0 | 1): number => {
    const half = ((plan.window[index] - 1) * plan.dilations[index]) / 2;
    const before = index === 0 ? plan.pads.top : plan.pads.left;
    const middle = isTransposed
      ? at * plan.strides[index] - before + half
      : (at - half) / plan.strides[index];
    return Math.max(0, Math.min(plan.output[index] - 1, Math.round(middle)));
  };
  return [axis(place[0], 0), axis(place[1], 1)];
}

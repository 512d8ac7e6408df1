/** How large the cells of the grids are, so that a line of grids fits and its cells hold numbers where they can. */

export interface CellSizes {
  /** Of the input, the partial sums and the output: what lies on what can be compared by eye. */
  readonly grid: number;
  readonly kernel: number;
}

/** Between the grids of a line, and what the frames and marks need. */
const gap = 28;

/**
 * @param columns Of each grid in one line, the kernel left out; one grid a line where it is narrow.
 * @param across Columns of the kernel.
 * @param most The largest side of a cell.
 */
export function cellSizes(
  width: number,
  columns: readonly number[],
  across: number,
  isNarrow: boolean,
  most: number,
): CellSizes {
  const kernel = Math.max(24, Math.min(2 * most, Math.floor((isNarrow ? width : width * 0.17) / across)));
  const room = isNarrow ? width : width - across * kernel - columns.length * gap;
  const cells = isNarrow ? Math.max(...columns) : columns.reduce((sum, count) => sum + count, 0);
  const exact = Math.max(room, 160) / cells;
  // Whole pixels, unless there are more cells than pixels.
  return { kernel, grid: Math.min(most, exact < 1 ? exact : Math.floor(exact)) };
}

/** How large the cells of the grids are, so that a line of grids fits and its cells hold numbers where they can. */

export interface CellSizes {
  /** Of the input, the partial sums and the output: what lies on what can be compared by eye. */
  readonly grid: number;
  readonly kernel: number;
}

/** Between the grids of a line, and what the frames and marks need. */
const gap = 28;
/** From this side on a cell shows its number; a field of the kernel is never smaller than a finger needs at least. */
const readable = 22;
const smallest = 24;
const smaller = [44, 36, 32, 28];

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
  const roomy = Math.min(2 * most, Math.floor((isNarrow ? width : width * 0.17) / across));
  const kernels = [roomy, ...smaller.filter((kernel) => kernel < roomy)].map((kernel) =>
    Math.max(smallest, kernel),
  );
  const sizes = kernels.map((kernel) => ({
    kernel,
    grid: gridCell(width, columns, across * kernel, isNarrow, most),
  }));
  // A kernel gives way where the cells beside it can then hold numbers.
  return sizes.find(({ grid }) => grid >= readable) ?? sizes[0]!;
}

function gridCell(
  width: number,
  columns: readonly number[],
  kernelWidth: number,
  isNarrow: boolean,
  most: number,
): number {
  const room = isNarrow ? width : width - kernelWidth - columns.length * gap;
  const cells = isNarrow ? Math.max(...columns) : columns.reduce((sum, count) => sum + count, 0);
  const exact = Math.max(room, 160) / cells;
  // Whole pixels, unless there are more cells than pixels.
  return Math.min(most, exact < 1 ? exact : Math.floor(exact));
}

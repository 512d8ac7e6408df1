/** Where each kernel stands and which weight lies under a point. Pure arithmetic: columns are filters, rows input channels. */

export interface KernelShape {
  readonly height: number;
  readonly width: number;
  readonly inputs: number;
  readonly filters: number;
}

export interface KernelGrid extends KernelShape {
  /** Kernels in a row. */
  readonly columns: number;
  /** CSS pixels of one weight; of the gap between kernels. */
  readonly cell: number;
  readonly gap: number;
}

/** One weight, counted from 0. */
export interface WeightPlace {
  readonly filter: number;
  readonly input: number;
  readonly row: number;
  readonly column: number;
}

/** Between kernels; they stand closer where rows and columns mean something. */
const gaps = { single: 12, matrix: 6 } as const;
/** Smaller weights than this make two rows of four rather than one of eight. */
const leastCell = 8;

/**
 * Fits the kernels into `available` pixels. Several input channels make a matrix, one row a channel; a single one wraps.
 * @example gridOf({ height: 5, width: 5, inputs: 1, filters: 8 }, 500).cell // 10
 */
export function gridOf(shape: KernelShape, available: number): KernelGrid {
  const gap = shape.inputs === 1 ? gaps.single : gaps.matrix;
  const fit = (columns: number, largest: number): KernelGrid => {
    const room = (available + gap) / columns - gap;
    const cell = Math.max(1, Math.min(largest, Math.floor(room / shape.width)));
    return { ...shape, columns, cell, gap };
  };
  if (shape.inputs > 1) return fit(shape.filters, 6);
  const wide = fit(Math.min(shape.filters, 8), 12);
  return wide.cell >= leastCell ? wide : fit(Math.min(shape.filters, 4), 12);
}

/** Top left corner of a kernel. */
export function originOf(
  { columns, cell, gap: space, width, height, inputs }: KernelGrid,
  filter: number,
  input: number,
): readonly [x: number, y: number] {
  const row = inputs === 1 ? Math.floor(filter / columns) : input;
  return [(filter % columns) * (width * cell + space), row * (height * cell + space)];
}

export function sizeOf(grid: KernelGrid): readonly [width: number, height: number] {
  const rows = grid.inputs === 1 ? Math.ceil(grid.filters / grid.columns) : grid.inputs;
  return [
    grid.columns * (grid.width * grid.cell + grid.gap) - grid.gap,
    rows * (grid.height * grid.cell + grid.gap) - grid.gap,
  ];
}

/** The weight under a point, or the nearest one of the kernel whose gap it lies in; `undefined` outside. */
export function placeAt(grid: KernelGrid, x: number, y: number): WeightPlace | undefined {
  const [stepX, stepY] = [grid.width * grid.cell + grid.gap, grid.height * grid.cell + grid.gap];
  const [column, row] = [Math.floor(x / stepX), Math.floor(y / stepY)];
  const filter = grid.inputs === 1 ? row * grid.columns + column : column;
  const input = grid.inputs === 1 ? 0 : row;
  if (x < 0 || y < 0 || column >= grid.columns || filter >= grid.filters || input >= grid.inputs)
    return undefined;
  return {
    filter,
    input,
    row: Math.min(grid.height - 1, Math.floor((y - row * stepY) / grid.cell)),
    column: Math.min(grid.width - 1, Math.floor((x - column * stepX) / grid.cell)),
  };
}

/** One weight on; over the edge of a kernel into the next one. */
export function neighbour(grid: KernelGrid, place: WeightPlace, key: string): WeightPlace | undefined {
  const { filter, input, row, column } = place;
  const move = (dx: number, dy: number): WeightPlace | undefined => {
    const [x, y] = originOf(grid, filter, input);
    const step = (cells: number, size: number, d: number): number => {
      const next = cells + d;
      return next >= 0 && next < size
        ? next * grid.cell
        : d > 0
          ? size * grid.cell + grid.gap
          : -grid.gap - grid.cell;
    };
    return placeAt(
      grid,
      x + step(column, grid.width, dx) + grid.cell / 2,
      y + step(row, grid.height, dy) + grid.cell / 2,
    );
  };
  switch (key) {
    case 'ArrowLeft':
      return move(-1, 0);
    case 'ArrowRight':
      return move(1, 0);
    case 'ArrowUp':
      return move(0, -1);
    case 'ArrowDown':
      return move(0, 1);
    case 'Home':
      return { filter: 0, input: 0, row: 0, column: 0 };
    case 'End':
      return {
        filter: grid.filters - 1,
        input: grid.inputs - 1,
        row: grid.height - 1,
        column: grid.width - 1,
      };
    default:
      return undefined;
  }
}

/** Index of a weight in `[height, width, inputs, filters]`. */
export const indexOf = (
  { width, inputs, filters }: KernelShape,
  { filter, input, row, column }: WeightPlace,
): number => ((row * width + column) * inputs + input) * filters + filter;

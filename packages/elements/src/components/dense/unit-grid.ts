/** All units of a layer as cells in rows, large enough for a finger: which stands where, and the way from one to the next. */

export interface UnitGrid {
  readonly count: number;
  readonly columns: number;
  readonly rows: number;
}

/** CSS pixels of a cell. */
export const unitCell = 24;

/** @example unitGrid(128, 800) // 32 columns, 4 rows */
export function unitGrid(count: number, available: number): UnitGrid {
  const fit = Math.max(1, Math.min(32, Math.floor(available / unitCell)));
  // Rows of fours are counted more easily.
  const columns = Math.min(count, fit >= 4 ? fit - (fit % 4) : fit);
  return { count, columns, rows: Math.ceil(count / columns) };
}

/** @param x,y Shares of the grid's sides. Undefined beside it and after the last. */
export function unitAt({ count, columns, rows }: UnitGrid, x: number, y: number): number | undefined {
  const [column, row] = [Math.floor(x * columns), Math.floor(y * rows)];
  const unit = row * columns + column;
  return column >= 0 && column < columns && row >= 0 && unit < count ? unit : undefined;
}

/** Undefined where the key means nothing, or leads out of the grid. */
export function unitBeside({ count, columns }: UnitGrid, unit: number, key: string): number | undefined {
  const next = {
    ArrowLeft: unit - 1,
    ArrowRight: unit + 1,
    ArrowUp: unit - columns,
    ArrowDown: unit + columns,
    Home: 0,
    End: count - 1,
  }[key];
  return next !== undefined && next >= 0 && next < count ? next : undefined;
}

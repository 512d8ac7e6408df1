/** One long row of numbers, broken into lines that fit: after a whole number of places, so that channels stand below each other. */

export interface VectorRows {
  readonly count: number;
  readonly columns: number;
  readonly rows: number;
  /** CSS pixels of a number. */
  readonly cell: number;
}

/** Smaller cells than this are hard to point at; larger ones make the row longer than it must be. */
const cells = { least: 8, most: 12 } as const;

/**
 * @param channels Numbers of one place.
 * @param places Of one row of a map: a line never holds more.
 * @example vectorRows(784, 16, 7, 1400) // 7 lines of 112 cells of 12 pixels: one line a row of the maps
 */
export function vectorRows(count: number, channels: number, places: number, available: number): VectorRows {
  const fit = Math.floor(available / cells.least / channels);
  const columns =
    fit >= 1
      ? channels * Math.min(places, fit)
      : Math.min(channels, Math.max(1, Math.floor(available / cells.least)));
  const cell = Math.max(1, Math.min(cells.most, Math.floor(available / columns)));
  return { count, columns, rows: Math.ceil(count / columns), cell };
}

/**
 * Sorts a matrix into *panels*: eight columns side by side, row after row, so that the tile of `conv2d.ts` walks through
 * memory in one direction. Columns that are missing in the last panel are zeros.
 *
 * @param m `[rows, columns]`, with `rowStep` bytes from a row to the next and `columnStep` from a column to the next (so a
 * transposed matrix is only another pair of steps).
 * @param panels Panel 0 starts here, each next one `panelBytes` later.
 */
export function packPanels(m: usize, rows: i32, columns: i32, rowStep: usize, columnStep: usize, panels: usize, panelBytes: usize): void {
  for (let column = 0; column < columns; column += 8) {
    const count = min(8, columns - column);
    let from = m + <usize>column * columnStep;
    let to = panels;
    for (let row = 0; row < rows; row++) {
      if (columnStep == 4 && count == 8) {
        v128.store(to, v128.load(from));
        v128.store(to, v128.load(from, 16), 16);
      } else {
        for (let i = 0; i < 8; i++) {
          store<f32>(to + (<usize>i << 2), i < count ? load<f32>(from + <usize>i * columnStep) : 0);
        }
      }
      from += rowStep;
      to += 32;
    }
    panels += panelBytes;
  }
}

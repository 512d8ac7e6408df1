// Where the standing stroke of a 4 is.

/** The column with most ink, and the middle row of that ink. */
export function middleOfStroke(pixels) {
  const columns = Array.from({ length: 28 }, (_, column) =>
    Array.from({ length: 28 }, (_, row) => pixels[row * 28 + column]),
  );
  const inks = columns.map((column) => column.reduce((sum, value) => sum + value, 0));
  const column = inks.indexOf(Math.max(...inks));
  const rows = [...columns[column].keys()].filter((row) => columns[column][row] > 0.5);
  return [Math.round((rows[0] + rows.at(-1)) / 2), column];
}

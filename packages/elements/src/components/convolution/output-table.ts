/** The output as a table: one row a row. */
import type { Numbers } from '../../messages/numbers.js';
import type { TableData } from '../../parts/table-twin.js';
import type { ConvolutionMessages } from './convolution.messages.js';
import type { Picture } from '../../parts/value-grid.js';

export function outputTable(
  name: string,
  { values, size: [height, width] }: Picture,
  words: ConvolutionMessages,
  numbers: Numbers,
): TableData {
  return {
    caption: words.tableOf(name, height, width),
    head: [words.rowColumn, ...Array.from({ length: width }, (_, column) => numbers.integer(column))],
    rows: Array.from({ length: height }, (_, row) => [
      words.rowOf(row),
      ...Array.from({ length: width }, (_cell, column) => numbers.fixed(values[row * width + column]!, 3)),
    ]),
  };
}

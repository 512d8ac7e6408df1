/** The part that is seen as a table: one row a row, in each cell the values of all channels. */
import type { Numbers } from '../../messages/numbers.js';
import type { TableData } from '../../parts/table-twin.js';
import type { Pixels } from './image.js';
import { valueAt } from './mixing.js';
import { cellText } from './pixel-text.js';
import type { PixelFormat } from './pixel-text.js';
import type { PixelsMessages } from './pixels.messages.js';
import { channelName, rangeText } from './texts.js';
import type { Viewport } from './viewport.js';

/** A table of more rows or columns is no longer read. */
const mostLines = 24;

export function pixelsTable(
  pixels: Pixels,
  { seen }: Viewport,
  format: PixelFormat,
  words: PixelsMessages,
  numbers: Numbers,
): TableData {
  const cut = ([from, to]: readonly [number, number]): readonly [number, number] => [
    from,
    Math.min(to, from + mostLines),
  ];
  const [rows, columns] = [cut(seen.rows), cut(seen.columns)];
  const channels = Array.from({ length: pixels.channels }, (_, channel) => channel);
  const within = ([from, to]: readonly [number, number]): readonly number[] =>
    Array.from({ length: to - from }, (_, index) => from + index);
  const cell = (row: number, column: number): string =>
    channels
      .map((channel) => cellText(valueAt(pixels, row, column, channel), pixels.limit, format, numbers))
      .join(' ');
  const what =
    pixels.channels === 1
      ? words.formats[format]
      : channels.map((channel) => channelName(channel, pixels, words, numbers)).join(', ');
  return {
    caption: words.tableOf(rangeText(rows, words, numbers), rangeText(columns, words, numbers), what),
    head: [words.rowColumn, ...within(columns).map((column) => numbers.integer(column))],
    rows: within(rows).map((row) => [
      words.rowOf(numbers.integer(row)),
      ...within(columns).map((column) => cell(row, column)),
    ]),
  };
}

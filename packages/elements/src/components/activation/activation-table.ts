/** The map as a table: each row twice, before the function and after it. */
import type { Numbers } from '../../messages/numbers.js';
import type { TableData } from '../../parts/table-twin.js';
import type { Values } from '../../trace/trace.js';
import type { ActivationMessages } from './activation.messages.js';
import type { Study } from './study.js';

export function activationTable(
  { before, after, size: [height, width] }: Study,
  name: string,
  words: ActivationMessages,
  numbers: Numbers,
): TableData {
  const range = (length: number): readonly number[] => Array.from({ length }, (_, index) => index);
  const row = (values: Values, at: number): readonly string[] =>
    range(width).map((column) => numbers.fixed(values[at * width + column]!, 3));
  return {
    caption: words.tableOf(name),
    head: [words.rowColumn, ...range(width).map((column) => numbers.integer(column))],
    rows: range(height).flatMap((at) => [
      [words.rowBefore(numbers.integer(at)), ...row(before, at)],
      [words.rowAfter(numbers.integer(at)), ...row(after, at)],
    ]),
  };
}

/** What stands in front of a product, and whose sum it is, in words. */
import type { Numbers } from '../../messages/numbers.js';
import { cellAtIndex } from '../../trace/back-trace.js';
import type { Trace } from '../../trace/trace.js';
import type { DensePlace } from './dense-sum.js';
import type { DenseMessages } from './dense.messages.js';

export function nameOf(
  { stages }: Trace,
  { index, unit }: DensePlace,
  words: DenseMessages,
  numbers: Numbers,
): string {
  const stage = stages[index]!;
  return stage.kind === 'scores'
    ? words.score(stage.classNames[unit] ?? numbers.integer(unit))
    : words.unit(stage.name, numbers.integer(unit));
}

/** @param index Of the dense stage; `input` is a place in what goes into it. */
export function inputName(
  { stages }: Trace,
  index: number,
  input: number,
  words: DenseMessages,
  numbers: Numbers,
): string {
  const before = stages[index - 1]!;
  if (before.kind === 'units' || before.kind === 'scores')
    return words.input(before.name, numbers.integer(input));
  const { row, column, unit } = cellAtIndex(before, input);
  return before.kind === 'image' ? words.pixel(row, column) : words.mapCell(String(unit), row, column);
}

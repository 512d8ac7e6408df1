/** What a cell is called, and where it is. */
import type { Numbers } from '../messages/numbers.js';
import type { CellAddress } from '../trace/explain.js';
import type { Trace } from '../trace/trace.js';
import type { XrayMessages } from './xray.messages.js';

/** `conv1, map 4` and, where it has one, its place: `[9, 12]`. */
export function nameOf(
  { stages }: Trace,
  { stage: index, unit, row, column }: CellAddress,
  words: XrayMessages,
  numbers: Numbers,
): string {
  const stage = stages[index]!;
  const number = numbers.integer(unit);
  switch (stage.kind) {
    case 'image':
      return `${words.pixel(stage.count > 1 ? number : undefined)} [${row}, ${column}]`;
    case 'maps':
      return `${words.map(stage.name, number)} [${row}, ${column}]`;
    case 'strips':
      return `${stage.name} [${(row * stage.size[1] + column) * stage.count + unit}]`;
    case 'units':
      return words.unitOf(stage.name, number);
    case 'scores':
      return words.class(stage.classNames[unit] ?? number);
    default:
      return stage satisfies never;
  }
}

/** `a + b`, `a − b` */
export const joined = (texts: readonly string[]): string =>
  texts
    .map((text, index) => (index === 0 ? text : text.startsWith('−') ? `− ${text.slice(1)}` : `+ ${text}`))
    .join(' ');

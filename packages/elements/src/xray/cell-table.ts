/** Every product of the number that is taken apart, with eight digits: what is added up here is the engine's number. */
import type { Numbers } from '../messages/numbers.js';
import type { TableData } from '../parts/table-twin.js';
import { cellIndex, visitWindow } from '../trace/explain.js';
import { kernelPlane } from '../trace/look-inside.js';
import type { Trace } from '../trace/trace.js';
import { addressOf } from './unroll.js';
import type { Level } from './unroll.js';
import type { XrayMessages } from './xray.messages.js';
import { nameOf } from './names.js';

const digits = 8;

export function cellTable(trace: Trace, level: Level, words: XrayMessages, numbers: Numbers): TableData {
  const write = (value: number): string => numbers.fixed(value, digits);
  const name = (stage: number, place: number): string =>
    nameOf(trace, addressOf(trace, stage, place), words, numbers);
  const rows: (readonly string[])[] = [];
  const { cell } = level;
  const before = cell.stage - 1;
  const inputs = trace.values(before);
  if (level.kind === 'convolution' && inputs) {
    for (const { from } of level.maps) {
      const kernel = kernelPlane(trace, cell, from)!;
      visitWindow(trace, { ...cell, unit: from }, (place, window) =>
        rows.push([
          name(before, place),
          write(inputs[place]!),
          write(kernel.values[window]!),
          write(inputs[place]! * kernel.values[window]!),
        ]),
      );
    }
  } else if (level.kind === 'dense' && inputs) {
    const kernel = trace.weight(cell.stage, 'kernel')!;
    const { count } = trace.stages[cell.stage]!;
    for (let place = 0; place < inputs.length; place++) {
      const weight = kernel[place * count + cell.unit]!;
      rows.push([name(before, place), write(inputs[place]!), write(weight), write(inputs[place]! * weight)]);
    }
  } else if (level.kind === 'pooling') {
    level.candidates.forEach((candidate, index) =>
      rows.push([nameOf(trace, candidate, words, numbers), write(level.values[index]!), '', '']),
    );
  }
  if (level.kind === 'convolution' || level.kind === 'dense') {
    rows.push([words.bias, '', '', write(level.bias)], [words.table.total, '', '', write(level.sum)]);
  }
  const own = trace.values(cell.stage)![cellIndex(trace.stages[cell.stage]!, cell)]!;
  rows.push([nameOf(trace, cell, words, numbers), write(own), '', '']);
  return {
    caption: words.table.caption(nameOf(trace, cell, words, numbers)),
    head: [words.table.from, words.table.value, words.table.weight, words.table.product],
    rows,
  };
}

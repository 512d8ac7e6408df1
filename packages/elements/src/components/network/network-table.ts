/** The network as a table: one row a stage. */
import type { Numbers } from '../../messages/numbers.js';
import type { TableData } from '../../parts/table-twin.js';
import type { Trace, Values } from '../../trace/trace.js';
import { operationOf, shapeText } from './captions.js';
import type { NetworkMessages } from './network.messages.js';

export function networkTable(trace: Trace, words: NetworkMessages, numbers: Numbers): TableData {
  const { table } = words;
  return {
    caption: table.caption,
    head: [table.layer, table.what, table.shape, table.parameters, table.largest, table.mean, table.on],
    rows: trace.stages.map((stage, index) => {
      const values = trace.values(index);
      return [
        stage.name,
        operationOf(stage, words, 'across'),
        shapeText(stage),
        numbers.integer(stage.layer?.parameterCount ?? 0),
        ...(values ? statistics(values, numbers) : ['', '', '']),
      ];
    }),
  };
}

function statistics(values: Values, numbers: Numbers): readonly string[] {
  let largest = -Infinity;
  let sum = 0;
  let on = 0;
  for (let index = 0; index < values.length; index++) {
    const value = values[index]!;
    if (value > largest) largest = value;
    if (value > 0) on += 1;
    sum += value;
  }
  return [numbers.fixed(largest, 3), numbers.fixed(sum / values.length, 3), numbers.integer(on)];
}

/** The lab as a table: its figures by way, then every output cell. */
import type { TableData } from '../../parts/table-twin.js';
import { durationText } from './durations.js';
import type { Lab } from './lab.js';

export function poolingTable(lab: Lab): TableData {
  const { columns, solved, words, numbers, inputSize } = lab;
  const [height, width] = solved.plan.output;
  const sizeText = (rows: number, across: number): string =>
    words.size(numbers.integer(rows), numbers.integer(across));
  return {
    caption: words.tableOf(sizeText(...inputSize)),
    head: [words.what, ...columns.map(({ way }) => words.ways[way])],
    rows: [
      [words.outputSize, ...columns.map(({ output: { map } }) => sizeText(map.shape[0], map.shape[1]))],
      [words.parameters, ...columns.map(({ cost }) => numbers.integer(cost.parameters))],
      [words.multiplications, ...columns.map(({ cost }) => numbers.integer(cost.multiplications))],
      [
        words.changed,
        ...columns.map(({ change }) =>
          words.changedOf(numbers.integer(change.changed), numbers.integer(change.cells)),
        ),
      ],
      [words.mean, ...columns.map(({ change }) => numbers.fixed(change.mean, 4))],
      [words.time, ...columns.map(({ way }) => durationText(lab, way))],
      ...Array.from({ length: height * width }, (_, cell) => [
        words.cell(Math.floor(cell / width), cell % width),
        // A map that is left as it is has no such cells.
        ...columns.map(({ way, output: { map } }) =>
          way === 'none' ? '–' : numbers.fixed(map.values[cell]!, 3),
        ),
      ]),
    ],
  };
}

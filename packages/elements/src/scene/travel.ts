/** Arrow keys through a network: along the flow to the next layer, across it to the next map, at the place that lies nearest. */
import type { CellAddress } from '../trace/explain.js';
import type { Stage } from '../trace/stages.js';
import type { Trace } from '../trace/trace.js';
import { cellIndex } from '../trace/explain.js';

export type Direction = 'forward' | 'back' | 'next' | 'previous';

/** What an arrow means: with the flow is to another layer. */
export function directionOf(key: string, flow: 'across' | 'down'): Direction | undefined {
  const along = flow === 'across' ? ['ArrowRight', 'ArrowLeft'] : ['ArrowDown', 'ArrowUp'];
  const across = flow === 'across' ? ['ArrowDown', 'ArrowUp'] : ['ArrowRight', 'ArrowLeft'];
  if (key === along[0]) return 'forward';
  if (key === along[1]) return 'back';
  if (key === across[0]) return 'next';
  if (key === across[1]) return 'previous';
  return undefined;
}

/** The next box; within it the strongest cell, because that is the one worth reading. */
export function travel(trace: Trace, from: CellAddress | undefined, direction: Direction): CellAddress {
  const { stages } = trace;
  if (!from) return strongestCell(trace, Math.min(1, stages.length - 1), 0);
  const step = direction === 'forward' || direction === 'next' ? 1 : -1;
  if (direction === 'next' || direction === 'previous') {
    const { count } = stages[from.stage]!;
    return strongestCell(trace, from.stage, (from.unit + step + count) % count);
  }
  const stage = Math.max(0, Math.min(stages.length - 1, from.stage + step));
  if (stage === from.stage) return from;
  const share = (from.unit + 0.5) / stages[from.stage]!.count;
  return strongestCell(trace, stage, Math.floor(share * stages[stage]!.count));
}

/** One cell up, down, left or right within a map; at the border it stays. */
export function step({ size }: Stage, cell: CellAddress, key: string): CellAddress {
  const row = cell.row + (key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0);
  const column = cell.column + (key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0);
  const inside = row >= 0 && row < size[0] && column >= 0 && column < size[1];
  return inside ? { ...cell, row, column } : cell;
}

/** The first of the cells with the largest value of a map; the first cell where there are no values. */
export function strongestCell(trace: Trace, stage: number, unit: number): CellAddress {
  const { size } = trace.stages[stage]!;
  const values = trace.values(stage);
  let best: CellAddress = { stage, unit, row: 0, column: 0 };
  if (!values) return best;
  let largest = -Infinity;
  for (let row = 0; row < size[0]; row++) {
    for (let column = 0; column < size[1]; column++) {
      const cell = { stage, unit, row, column };
      const value = values[cellIndex(trace.stages[stage]!, cell)]!;
      if (value > largest) {
        largest = value;
        best = cell;
      }
    }
  }
  return best;
}

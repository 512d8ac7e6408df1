/** The receptive field of a cell as a rectangle on the drawn input. */
import { receptiveField } from '@convlens/geometry';
import type { CellRange } from '@convlens/geometry';
import type { Box, SceneLayout } from './boxes.js';
import type { CellAddress } from '../trace/explain.js';
import { plansTo } from '../trace/stages.js';
import type { Stage } from '../trace/stages.js';

/** The input cells that reach a cell of a map or a strip; undefined for units, which see everything. */
export function fieldCells(
  stages: readonly Stage[],
  { stage, row, column }: CellAddress,
): CellRange | undefined {
  const { kind } = stages[stage]!;
  if (kind !== 'maps' && kind !== 'strips') return undefined;
  return receptiveField(plansTo(stages, stage), [row, column]);
}

export function fieldOf(stages: readonly Stage[], layout: SceneLayout, cell: CellAddress): Box | undefined {
  const field = fieldCells(stages, cell);
  const box = layout.stages[0]?.boxes[0];
  if (!field || !box) return undefined;
  const scale = box.width / stages[0]!.size[1];
  return {
    x: box.x + field.left * scale,
    y: box.y + field.top * scale,
    width: (field.right - field.left) * scale,
    height: (field.bottom - field.top) * scale,
  };
}

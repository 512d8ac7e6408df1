/** Left to right where there is room, else downwards. */
import type { Stage } from '../trace/stages.js';
import { contains } from './boxes.js';
import type { LayoutRequest, SceneLayout } from './boxes.js';
import { layoutAcross } from './layout-across.js';
import { layoutDown } from './layout-down.js';
import type { CellAddress } from '../trace/explain.js';

export const layoutScene = (stages: readonly Stage[], request: LayoutRequest): SceneLayout =>
  layoutAcross(stages, request) ?? layoutDown(stages, request);

/** The cell at a point: of what lies under it, else of what lies within three pixels of it. */
export const cellAt = (
  stages: readonly Stage[],
  layout: SceneLayout,
  x: number,
  y: number,
): CellAddress | undefined => cellWithin(stages, layout, x, y, 0) ?? cellWithin(stages, layout, x, y, 3);

function cellWithin(
  stages: readonly Stage[],
  layout: SceneLayout,
  x: number,
  y: number,
  margin: number,
): CellAddress | undefined {
  for (let stage = 0; stage < stages.length; stage++) {
    const { boxes, kernels } = layout.stages[stage]!;
    const { kind, size } = stages[stage]!;
    for (let unit = 0; unit < boxes.length; unit++) {
      const box = boxes[unit]!;
      const kernel = kernels[unit];
      if (!contains(box, x, y, margin) && !(kernel && contains(kernel, x, y))) continue;
      return {
        stage,
        unit,
        ...cellIn(kind, layout.flow, size, (x - box.x) / box.width, (y - box.y) / box.height),
      };
    }
  }
  return undefined;
}

function cellIn(
  kind: Stage['kind'],
  flow: SceneLayout['flow'],
  [height, width]: readonly [number, number],
  alongX: number,
  alongY: number,
): { readonly row: number; readonly column: number } {
  const clamp = (share: number, length: number): number =>
    Math.max(0, Math.min(length - 1, Math.floor(share * length)));
  if (kind === 'strips') {
    const cell = clamp(flow === 'across' ? alongX : alongY, height * width);
    return { row: Math.floor(cell / width), column: cell % width };
  }
  return { row: clamp(alongY, height), column: clamp(alongX, width) };
}

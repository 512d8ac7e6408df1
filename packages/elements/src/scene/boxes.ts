/** Where everything of a drawn network stands, in CSS pixels. */

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface StageLayout {
  /** One box a map, strip, unit or score. */
  readonly boxes: readonly Box[];
  /** Kernels that stand on the edges into the maps, where one input map is all there is. */
  readonly kernels: readonly Box[];
  readonly caption: { readonly x: number; readonly y: number; readonly width: number };
}

export interface SceneLayout {
  /** `across`: left to right, captions below. `down`: top to bottom, a caption above each stage. */
  readonly flow: 'across' | 'down';
  /** The captions do not fit in one line each. */
  readonly isTight: boolean;
  readonly width: number;
  readonly height: number;
  readonly stages: readonly StageLayout[];
  /** Where the host's own input (a draw pad) stands, when there is one. */
  readonly slot: Box | undefined;
}

/** What a layout is asked for. */
export interface LayoutRequest {
  readonly width: number;
  /** CSS pixels a cell; 2 on a page with other things, 3 alone. */
  readonly unit: number;
  /** Height of the host's own input; 0 without. */
  readonly slotHeight: number;
}

export const contains = ({ x, y, width, height }: Box, pointX: number, pointY: number, margin = 0): boolean =>
  pointX >= x - margin && pointX < x + width + margin && pointY >= y - margin && pointY < y + height + margin;

/** The part of a scene that is painted: not the host's own input, nor captions below. */
export function drawnArea({ flow, slot, width, height, stages }: SceneLayout): Box {
  if (flow === 'down') return { x: 0, y: slot?.height ?? 0, width, height: height - (slot?.height ?? 0) };
  const x = slot ? slot.width : 0;
  const bottom = Math.max(...stages.flatMap(({ boxes }) => boxes.map((box) => box.y + box.height)));
  return { x, y: 0, width: width - x, height: Math.min(height, bottom + 4) };
}

/** Paints a network into a 2-D context: wires, then maps, kernels, strips and units. Words and scores are the element's own. */
import type { Palette } from '../render/palette.js';
import type { Stage } from '../trace/stages.js';
import type { CellAddress } from '../trace/explain.js';
import type { Box, SceneLayout } from './boxes.js';
import type { Wire } from './wires.js';

/** What is drawn of one stage: its boxes side by side in one small picture. */
export interface StagePicture {
  readonly tiles: CanvasImageSource | undefined;
  readonly kernels: CanvasImageSource | undefined;
  readonly kernelSize: readonly [height: number, width: number];
}

export interface ScenePicture {
  readonly stages: readonly Stage[];
  readonly layout: SceneLayout;
  readonly wires: readonly Wire[];
  readonly pictures: readonly StagePicture[];
  readonly palette: Palette;
  readonly pointed: CellAddress | undefined;
  /** Stages that a step in slow motion has not reached; none where no step is shown so. */
  readonly dimmed: readonly boolean[];
}

/** The edges: a canvas of their own lies below the other, because they cost most and may follow more slowly. */
export function drawEdges(context: CanvasRenderingContext2D, scene: ScenePicture): void {
  context.clearRect(0, 0, scene.layout.width, scene.layout.height);
  drawWires(context, scene);
}

/** Everything that stands on the edges. */
export function drawTensors(context: CanvasRenderingContext2D, scene: ScenePicture): void {
  context.clearRect(0, 0, scene.layout.width, scene.layout.height);
  context.imageSmoothingEnabled = false;
  scene.stages.forEach((stage, index) => {
    if (stage.kind === 'scores') return;
    context.globalAlpha = scene.dimmed[index] ? 0.2 : 1;
    drawStage(context, scene, stage, index);
  });
  context.globalAlpha = 1;
}

function drawWires(
  context: CanvasRenderingContext2D,
  { wires, layout, palette, stages }: ScenePicture,
): void {
  const colours = {
    plain: palette.colour('outline'),
    adds: palette.colour('pos-3'),
    takes: palette.colour('neg-3'),
  };
  let tone: Wire['tone'] | undefined;
  for (const wire of wires) {
    if (wire.tone !== tone) context.strokeStyle = colours[(tone = wire.tone)];
    if (wire.tone === 'plain' && wire.isLit) {
      context.strokeStyle = palette.colour('ink');
      tone = undefined;
    }
    context.globalAlpha = wire.opacity;
    context.lineWidth = wire.width;
    const { fromX, fromY, toX, toY } = wire;
    context.beginPath();
    context.moveTo(fromX, fromY);
    if (layout.flow === 'across') {
      const bend = (toX - fromX) / 2;
      context.bezierCurveTo(fromX + bend, fromY, toX - bend, toY, toX, toY);
    } else {
      const bend = (toY - fromY) / 2;
      context.bezierCurveTo(fromX, fromY + bend, toX, toY - bend, toX, toY);
    }
    context.stroke();
  }
  context.strokeStyle = colours.plain;
  context.lineWidth = 1;
  context.globalAlpha = 0.6;
  context.beginPath();
  layout.stages.forEach(({ boxes, kernels }, index) => {
    if (kernels.length > 0) joinKernels(context, kernels, boxes);
    else if (layout.flow === 'down' && index > 0 && stages[index]!.kind !== 'units') ticks(context, boxes);
  });
  context.stroke();
  context.globalAlpha = 1;
}

function joinKernels(
  context: CanvasRenderingContext2D,
  kernels: readonly Box[],
  boxes: readonly Box[],
): void {
  kernels.forEach((kernel, unit) => {
    const middle = Math.round(kernel.y + kernel.height / 2) + 0.5;
    context.moveTo(kernel.x + kernel.width, middle);
    context.lineTo(boxes[unit]!.x, middle);
  });
}

/** Where a wire ends above a caption, a short mark above the box says which it goes into. */
function ticks(context: CanvasRenderingContext2D, boxes: readonly Box[]): void {
  const top = boxes[0]?.y ?? 0;
  for (const box of boxes) {
    if (box.y !== top) continue;
    const middle = Math.round(box.x + box.width / 2) + 0.5;
    context.moveTo(middle, box.y - 5);
    context.lineTo(middle, box.y);
  }
}

function drawStage(
  context: CanvasRenderingContext2D,
  scene: ScenePicture,
  stage: Stage,
  index: number,
): void {
  const { boxes, kernels } = scene.layout.stages[index]!;
  const { tiles, kernels: kernelTiles, kernelSize } = scene.pictures[index]!;
  const { palette, pointed } = scene;
  const [tileHeight, tileWidth] = tileSize(stage, scene.layout.flow);
  const isColumn = stage.kind === 'units';
  context.fillStyle = palette.colour('page');
  if (isColumn) for (const box of outlines(boxes)) context.fillRect(box.x, box.y, box.width, box.height);
  else for (const box of boxes) context.fillRect(box.x - 2, box.y - 2, box.width + 4, box.height + 4);
  if (tiles) {
    boxes.forEach((box, unit) => {
      context.drawImage(
        tiles,
        unit * tileWidth,
        0,
        tileWidth,
        tileHeight,
        box.x,
        box.y,
        box.width,
        box.height,
      );
    });
  }
  context.strokeStyle = palette.colour('line');
  context.lineWidth = 1;
  for (const box of isColumn ? outlines(boxes) : boxes) frame(context, box);
  kernels.forEach((box, unit) => {
    context.fillRect(box.x, box.y, box.width, box.height);
    if (kernelTiles)
      context.drawImage(
        kernelTiles,
        unit * kernelSize[1],
        0,
        kernelSize[1],
        kernelSize[0],
        box.x,
        box.y,
        box.width,
        box.height,
      );
    frame(context, box);
  });
  const chosen = pointed?.stage === index ? boxes[pointed.unit] : undefined;
  if (!chosen) return;
  context.strokeStyle = palette.colour('ink');
  context.lineWidth = 2;
  context.strokeRect(chosen.x - 2, chosen.y - 2, chosen.width + 4, chosen.height + 4);
}

const frame = (context: CanvasRenderingContext2D, { x, y, width, height }: Box): void =>
  context.strokeRect(x - 0.5, y - 0.5, width + 1, height + 1);

/** The one rectangle round units that touch; each of them where they do not. */
function outlines(boxes: readonly Box[]): readonly Box[] {
  const [first, second] = boxes;
  const last = boxes.at(-1);
  if (!first || !last) return [];
  const gap = second ? Math.max(second.x - first.x - first.width, second.y - first.y - first.height) : 0;
  if (gap > 1.5) return boxes;
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  return [{ x: first.x, y: first.y, width: right - first.x, height: last.y + last.height - first.y }];
}

/** Pixels of one tile: a strip lies along the flow. */
export function tileSize(
  { kind, size }: Stage,
  flow: SceneLayout['flow'],
): readonly [height: number, width: number] {
  if (kind !== 'strips') return size;
  return flow === 'across' ? [1, size[0] * size[1]] : [size[0] * size[1], 1];
}

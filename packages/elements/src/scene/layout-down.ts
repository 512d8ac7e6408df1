/** The network from top to bottom, for narrow places: it turns, it does not shrink. A row of maps wraps; a caption stands above it. */
import type { Stage } from '../trace/stages.js';
import type { Box, LayoutRequest, SceneLayout, StageLayout } from './boxes.js';
import { joinsByKernel } from './layout-across.js';

const captionHeight = 44;
const gap = 40;
const scoresHeight = 148;

export function layoutDown(
  stages: readonly Stage[],
  { width, unit, slotHeight }: LayoutRequest,
): SceneLayout {
  let y = slotHeight > 0 ? slotHeight + gap : 0;
  const cell = width >= 640 ? unit * 1.5 : unit;
  const laidOut = stages.map((stage, index): StageLayout => {
    if (index > 0) y += gap;
    const caption = { x: 0, y, width };
    y += captionHeight;
    const hasKernels = joinsByKernel(stages, index);
    const { boxes, height } = rowsOf(stage, width, cell, y, hasKernels ? 26 : 1, slotHeight > 0);
    y += height;
    const kernels = hasKernels
      ? boxes.map((box) => ({
          x: box.x - 24,
          y: Math.round(box.y + box.height / 2 - 10),
          width: 20,
          height: 20,
        }))
      : [];
    return { boxes, kernels, caption };
  });
  return {
    flow: 'down',
    isTight: false,
    width,
    height: Math.ceil(y),
    stages: laidOut,
    slot: slotHeight > 0 ? { x: 0, y: 0, width, height: slotHeight } : undefined,
  };
}

interface Rows {
  readonly boxes: readonly Box[];
  readonly height: number;
}

function rowsOf(
  stage: Stage,
  width: number,
  unit: number,
  top: number,
  before: number,
  hasSlot: boolean,
): Rows {
  if (stage.kind === 'scores') return spread(stage.count, width, top, 28, scoresHeight, stage.count);
  if (stage.kind === 'units') {
    const across = Math.min(stage.count, 64);
    const side = Math.floor(width / across);
    return rows(stage.count, across, top, (width - side * across) / 2, side, Math.min(side, 16), 10, 10);
  }
  if (stage.kind === 'strips') {
    const long = Math.max(40, Math.min(128, stage.size[0] * stage.size[1] * 2));
    return spread(stage.count, width, top, 6, long, across(stage.count, width, 6, 6));
  }
  const largest = Math.max(...stage.size);
  const cell =
    stage.kind === 'image'
      ? Math.min(hasSlot ? 4 : 8, (width - 2) / largest, 224 / largest)
      : Math.min(unit, (width - before) / largest);
  const boxWidth = stage.size[1] * cell;
  const boxHeight = stage.size[0] * cell;
  if (stage.count === 1) return rows(1, 1, top, 1, boxWidth, boxWidth, boxHeight, boxHeight);
  const per = across(stage.count, width, boxWidth + before, before > 1 ? 0 : 5);
  const pitch = per > 1 ? (width - before - boxWidth - 1) / (per - 1) : 0;
  return rows(stage.count, per, top, before, pitch, boxWidth, boxHeight, boxHeight + 12);
}

/** How many fit side by side; fewer where that makes full rows. */
function across(count: number, width: number, box: number, least: number): number {
  const most = Math.max(1, Math.min(count, Math.floor((width + least) / (box + least))));
  for (let per = most; per > most / 2; per--) if (count % per === 0) return per;
  return most;
}

const spread = (
  count: number,
  width: number,
  top: number,
  boxWidth: number,
  boxHeight: number,
  per: number,
): Rows =>
  rows(count, per, top, 0, per > 1 ? (width - boxWidth) / (per - 1) : 0, boxWidth, boxHeight, boxHeight + 8);

function rows(
  count: number,
  per: number,
  top: number,
  left: number,
  pitch: number,
  width: number,
  height: number,
  rowHeight: number,
): Rows {
  const boxes = Array.from({ length: count }, (_, index) => ({
    x: Math.round(left + (index % per) * pitch),
    y: Math.round(top + Math.floor(index / per) * rowHeight),
    width,
    height,
  }));
  const lines = Math.ceil(count / per);
  return { boxes, height: (lines - 1) * rowHeight + height };
}

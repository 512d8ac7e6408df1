/** The network from left to right: every stage a column on one axis, all of one height, captions below. */
import { joinOf } from '../trace/contributions.js';
import type { Stage } from '../trace/stages.js';
import type { Box, LayoutRequest, SceneLayout, StageLayout } from './boxes.js';

export const slotWidth = 224;
/** A narrower gap than this between two stages: the flow turns downwards. */
const leastGap = 34;
const captionLine = 16;

/** Undefined where the stages do not fit side by side. */
export function layoutAcross(
  stages: readonly Stage[],
  { width, unit, slotHeight }: LayoutRequest,
): SceneLayout | undefined {
  const height = 256 * unit;
  const hasSlot = slotHeight > 0;
  const columns = stages.map((stage) => columnOf(stage, height, unit, hasSlot));
  const shares = stages.slice(1).map((_, index) => gapShare(stages, index + 1));
  const start = hasSlot ? slotWidth + 32 : 1;
  const free = width - 1 - columns.reduce((sum, column) => sum + column.width, start);
  const least = shares.map((_, index) => leastGapAfter(stages, index, unit));
  const roomy = least.map((gap, index) =>
    Math.max(gap, captionWidth(stages[index]!) - columns[index]!.width),
  );
  const roomyGaps = shareOut(free, shares, roomy);
  const gaps = roomyGaps ?? between(free, least, roomy);
  if (!gaps) return undefined;

  let x = start;
  const laidOut = stages.map((stage, index): StageLayout => {
    const column = columns[index]!;
    const gap = gaps[index] ?? 0;
    const boxes = placeBoxes(stage, column, Math.round(x), height, hasSlot);
    const kernels = joinsByKernel(stages, index) ? boxes.map((box) => kernelBefore(box, unit)) : [];
    const caption = { x: Math.round(x), y: height + 16, width: Math.max(40, column.width + gap - 6) };
    x += column.width + gap;
    return { boxes, kernels, caption };
  });
  const total = height + 16 + (roomyGaps ? 5 : 6) * captionLine + 8;
  return {
    flow: 'across',
    isTight: !roomyGaps,
    width,
    height: Math.max(total, slotHeight),
    stages: laidOut,
    slot: hasSlot ? { x: 0, y: 0, width: slotWidth, height: slotHeight } : undefined,
  };
}

export const joinsByKernel = (stages: readonly Stage[], index: number): boolean =>
  index > 0 && joinOf(stages, index) === 'kernels';

interface Column {
  readonly width: number;
  readonly boxWidth: number;
  readonly boxHeight: number;
  /** Boxes side by side. */
  readonly across: number;
}

function columnOf(stage: Stage, height: number, unit: number, hasSlot: boolean): Column {
  const single = (boxWidth: number, boxHeight: number): Column => ({
    width: boxWidth,
    boxWidth,
    boxHeight,
    across: 1,
  });
  const pitch = height / stage.count;
  if (stage.kind === 'strips') return single(98, Math.max(1, Math.min(3 * unit, pitch - 1)));
  if (stage.kind === 'units') return single(6 * unit, Math.max(0.5, Math.min(pitch, 8 * unit)));
  if (stage.kind === 'scores') return single(hasSlot ? 208 : 232, Math.min(24, pitch - 2));
  const cell = stage.kind === 'image' ? (hasSlot ? 3 : 8) : unit;
  const largest = stage.kind === 'image' ? (hasSlot ? 96 : slotWidth) : 28 * unit * 1.5;
  return fitMaps(stage, height, Math.min(cell, largest / Math.max(...stage.size)));
}

/** As few columns as the maps need at this size; smaller maps where more than four would be needed. */
function fitMaps({ count, size }: Stage, height: number, wanted: number): Column {
  for (const cell of [wanted, wanted / 1.5, wanted / 2, wanted / 4]) {
    const boxHeight = size[0] * cell;
    const boxWidth = size[1] * cell;
    for (let across = 1; across <= 4; across++) {
      if (height / Math.ceil(count / across) < boxHeight + 4) continue;
      return { width: across * boxWidth + (across - 1) * 4, boxWidth, boxHeight, across };
    }
  }
  const boxHeight = Math.max(1, (height * 4) / count - 1);
  return { width: 4 * boxHeight + 12, boxWidth: boxHeight, boxHeight, across: 4 };
}

function placeBoxes(
  { kind, count }: Stage,
  { boxWidth, boxHeight, across }: Column,
  x: number,
  height: number,
  hasSlot: boolean,
): readonly Box[] {
  const rows = Math.ceil(count / across);
  // Beside a pad the image stands at the pad's height, so that the way from one to the other is short.
  const centre = kind === 'image' && hasSlot ? Math.min(height / 2, slotWidth / 2) : undefined;
  return Array.from({ length: count }, (_, index) => ({
    x: Math.round(x + (index % across) * (boxWidth + 4)),
    y: Math.round((centre ?? ((Math.floor(index / across) + 0.5) * height) / rows) - boxHeight / 2),
    width: boxWidth,
    height: boxHeight,
  }));
}

function kernelBefore({ x, y, height }: Box, unit: number): Box {
  const side = 10 * unit;
  return { x: x - side - 8, y: Math.round(y + (height - side) / 2), width: side, height: side };
}

/** Room for a kernel with a fan of wires before it. */
const leastGapAfter = (stages: readonly Stage[], index: number, unit: number): number =>
  joinsByKernel(stages, index + 1) ? 10 * unit + 8 + 48 : leastGap;

/** About the longest line of a caption: its parameters. */
const captionWidth = ({ layer }: Stage): number =>
  layer ? 7.4 * Math.max(13, String(layer.parameterCount).length + 12) : 0;

/** All gaps as far on the way from their least to roomy as there is room; undefined where there is less than the least. */
function between(
  free: number,
  least: readonly number[],
  roomy: readonly number[],
): readonly number[] | undefined {
  const total = (gaps: readonly number[]): number => gaps.reduce((sum, gap) => sum + gap, 0);
  const share = (free - total(least)) / (total(roomy) - total(least));
  return share >= 0 ? least.map((gap, index) => gap + share * (roomy[index]! - gap)) : undefined;
}

/** Shares out what is free, each gap at least its least; undefined where there is not enough. */
function shareOut(
  free: number,
  shares: readonly number[],
  least: readonly number[],
): readonly number[] | undefined {
  if (least.reduce((sum, gap) => sum + gap, 0) > free) return undefined;
  let fixed = new Set<number>();
  for (;;) {
    const rest = free - [...fixed].reduce((sum, index) => sum + least[index]!, 0);
    const all = shares.reduce((sum, share, index) => (fixed.has(index) ? sum : sum + share), 0);
    const gaps = shares.map((share, index) => (fixed.has(index) ? least[index]! : (share * rest) / all));
    const tooSmall = gaps.flatMap((gap, index) => (gap < least[index]! && !fixed.has(index) ? [index] : []));
    if (tooSmall.length === 0) return gaps;
    fixed = new Set([...fixed, ...tooSmall]);
  }
}

function gapShare(stages: readonly Stage[], index: number): number {
  const stage = stages[index]!;
  const join = joinOf(stages, index);
  if (join === 'kernels') return 100;
  if (stage.kind === 'scores') return 116;
  if (join === 'signed') return stage.kind === 'maps' ? 104 : 92;
  return stage.kind === 'strips' ? 72 : 66;
}

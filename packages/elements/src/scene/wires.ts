/** The edges of a drawn network as plain numbers: from where to where, how strong, adding or taking. No canvas. */
import type { Contributions } from '../trace/contributions.js';
import { joinOf } from '../trace/contributions.js';
import type { CellAddress } from '../trace/explain.js';
import type { Stage } from '../trace/stages.js';
import type { Box, SceneLayout } from './boxes.js';

export interface Wire {
  readonly fromX: number;
  readonly fromY: number;
  readonly toX: number;
  readonly toY: number;
  readonly tone: 'plain' | 'adds' | 'takes';
  readonly opacity: number;
  readonly width: number;
  /** It touches what is pointed at. */
  readonly isLit: boolean;
}

/** Of the largest edge of a layer, what is still drawn: hair explains nothing. */
const leastShare = { maps: 0.04, units: 0.14, scores: 0.05 } as const;
/** And of one layer no more than these, the strongest: a thicket explains as little, and every edge costs time to paint. */
const mostWires = 140;

/** @param pointed The box whose edges are lit; all others then fade. */
export function wiresOf(
  stages: readonly Stage[],
  layout: SceneLayout,
  contributions: readonly (Contributions | undefined)[],
  pointed?: Pick<CellAddress, 'stage' | 'unit'>,
): readonly Wire[] {
  const wires: Wire[] = [...wireFromSlot(layout)];
  for (let index = 1; index < stages.length; index++) {
    const join = joinOf(stages, index);
    if (join === 'signed') wires.push(...signedWires(stages, layout, index, contributions[index], pointed));
    else wires.push(...plainWires(stages, layout, index, join === 'kernels', pointed));
  }
  // What is lit lies on top, then the strong over the weak.
  return wires.sort((a, b) => Number(a.isLit) - Number(b.isLit) || a.opacity - b.opacity);
}

/** From the host's own input to what the network sees of it. */
function wireFromSlot({ slot, stages, flow }: SceneLayout): readonly Wire[] {
  const image = stages[0]?.boxes[0];
  if (!slot || !image || flow === 'down') return [];
  const middle = image.y + image.height / 2;
  const ends = { fromX: slot.x + slot.width + 1, fromY: middle, toX: image.x - 1, toY: middle };
  return [{ ...ends, tone: 'plain', opacity: 0.6, width: 1, isLit: false }];
}

function plainWires(
  stages: readonly Stage[],
  layout: SceneLayout,
  index: number,
  hasKernels: boolean,
  pointed: Pointed,
): readonly Wire[] {
  const sources = layout.stages[index - 1]!.boxes;
  const { boxes, kernels } = layout.stages[index]!;
  return boxes.map((box, unit) => {
    const from = hasKernels ? sources[0]! : sources[Math.min(unit, sources.length - 1)]!;
    const isLit = touches(pointed, index - 1, hasKernels ? 0 : unit, index, unit);
    const share = hasKernels ? 0.5 + (unit / Math.max(1, boxes.length - 1) - 0.5) * 0.8 : 0.5;
    const ends = endsOf(layout, index, from, share, kernels[unit] ?? box);
    return {
      ...ends,
      tone: 'plain',
      opacity: isLit ? 1 : (hasKernels ? 0.6 : 0.45) * (pointed ? 0.5 : 1),
      width: 1,
      isLit,
    };
  });
}

function signedWires(
  stages: readonly Stage[],
  layout: SceneLayout,
  index: number,
  contributions: Contributions | undefined,
  pointed: Pointed,
): readonly Wire[] {
  if (!contributions || contributions.largest === 0) return [];
  const { kind } = stages[index]!;
  const least = kind === 'maps' ? leastShare.maps : kind === 'scores' ? leastShare.scores : leastShare.units;
  const [base, gain] = kind === 'maps' ? [0.07, 0.75] : [0.03, kind === 'scores' ? 0.6 : 0.45];
  const wires: Wire[] = [];
  for (let from = 0; from < contributions.from; from++) {
    for (let to = 0; to < contributions.to; to++) {
      const value = contributions.values[from * contributions.to + to]!;
      const share = Math.abs(value) / contributions.largest;
      const isLit = touches(pointed, index - 1, from, index, to);
      // Written so that what is not a number is not drawn.
      if (!(share > least || (isLit && share > 0.01))) continue;
      wires.push({
        ...endsOf(
          layout,
          index,
          layout.stages[index - 1]!.boxes[from]!,
          0.5,
          layout.stages[index]!.boxes[to]!,
        ),
        tone: value > 0 ? 'adds' : 'takes',
        opacity: isLit
          ? Math.min(1, 0.25 + share ** 0.6)
          : Math.min(1, base + gain * share ** 0.9) * (pointed ? 0.22 : 1),
        width: 0.75 + 1.5 * share * (isLit ? 1.3 : 1),
        isLit,
      });
    }
  }
  return wires.length <= mostWires ? wires : strongest(wires);
}

/** Those that are lit, and the strongest of the rest. */
function strongest(wires: readonly Wire[]): readonly Wire[] {
  const sorted = [...wires].sort((a, b) => Number(b.isLit) - Number(a.isLit) || b.width - a.width);
  const lit = sorted.filter(({ isLit }) => isLit).length;
  return sorted.slice(0, Math.max(lit, mostWires));
}

type Pointed = Pick<CellAddress, 'stage' | 'unit'> | undefined;

const touches = (pointed: Pointed, fromStage: number, from: number, toStage: number, to: number): boolean =>
  pointed !== undefined &&
  ((pointed.stage === fromStage && pointed.unit === from) ||
    (pointed.stage === toStage && pointed.unit === to));

/** Leaves at the far side of the whole row or column of its source, arrives before the whole row of its target. */
function endsOf(
  layout: SceneLayout,
  index: number,
  from: Box,
  share: number,
  to: Box,
): Pick<Wire, 'fromX' | 'fromY' | 'toX' | 'toY'> {
  if (layout.flow === 'across') {
    return {
      fromX: from.x + from.width,
      fromY: from.y + from.height * share,
      toX: to.x,
      toY: to.y + to.height / 2,
    };
  }
  const source = layout.stages[index - 1]!.boxes;
  const bottom = Math.max(...source.slice(-1).map((box) => box.y + box.height));
  return {
    fromX: from.x + from.width * share,
    fromY: bottom,
    toX: to.x + to.width / 2,
    toY: layout.stages[index]!.caption.y,
  };
}

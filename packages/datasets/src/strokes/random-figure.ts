/** A figure of a kind, its size, place and angle drawn from a stream of random numbers; all of it lies within the picture. */
import { at, period } from './figure.js';
import type { Figure, StrokeKind } from './figure.js';
import type { Place } from './ink.js';

/** The next number of a stream, from 0 up to, but without, 1. */
export type Draw = () => number;

export type Range = readonly [from: number, to: number];

/** Sizes as shares of the picture's side: with the thickest line and a pixel of air the largest still fits. */
const lineLength: Range = [0.35, 0.7];
const armLength: Range = [0.3, 0.5];
const radius: Range = [0.2, 0.35];
/** A dot is a touch of the same pen, a little heavier: its radius as shares of the line's width. */
const dotRadius: Range = [0.6, 0.9];
/** Where an edge runs: not so near the border that nothing is left beside it. */
const edgePlace: Range = [0.3, 0.7];

/** Draws four numbers, whatever the kind. */
export function randomFigure(
  kind: StrokeKind,
  size: number,
  thickness: number,
  angles: Range | undefined,
  draw: Draw,
): Figure {
  const [forAngle, forSize, forRow, forColumn] = [draw(), draw(), draw(), draw()];
  const [from, to] = angles ?? [0, period[kind]];
  const angle = modulo(from + (to - from) * forAngle, period[kind]);
  const sized = ([least, most]: Range, by = size): number => (least + (most - least) * forSize) * by;
  /** Where to put the figure whose outermost places, seen from [0, 0], are these. */
  const placed = (outermost: readonly Place[], reach: number): Place => {
    const put = (axis: 0 | 1, share: number): number => {
      const along = outermost.map((place) => place[axis]);
      const [low, high] = [reach - Math.min(...along), size - reach - Math.max(...along)];
      return low + (high - low) * share;
    };
    return [put(0, forRow), put(1, forColumn)];
  };
  const around = (distance: number, turns: readonly number[]): readonly Place[] =>
    turns.map((turn) => at([0, 0], angle + turn, distance));
  // A pixel's middle takes ink from half a pixel away, and half a pixel more is air.
  const reach = thickness / 2 + 1;
  switch (kind) {
    case 'line': {
      const length = sized(lineLength);
      return { kind, angle, length, centre: placed(around(length / 2, [0, 180]), reach) };
    }
    case 'corner': {
      const length = sized(armLength);
      return { kind, angle, length, position: placed([[0, 0], ...around(length, [0, 90])], reach) };
    }
    case 'circle': {
      const r = sized(radius);
      return { kind, radius: r, centre: placed([[0, 0]], r + reach) };
    }
    case 'dot': {
      const r = sized(dotRadius, thickness);
      return { kind, radius: r, centre: placed([[0, 0]], r + 1) };
    }
    case 'square':
    case 'triangle':
    case 'cross': {
      const r = sized(radius);
      const turns = kind === 'triangle' ? [0, 120, 240] : [0, 90, 180, 270];
      return { kind, angle, radius: r, centre: placed(around(r, turns), reach) };
    }
    case 'edge': {
      const [least, most] = edgePlace;
      const along = (share: number): number => (least + (most - least) * share) * size;
      return { kind, angle, position: [along(forRow), along(forColumn)] };
    }
    default:
      return kind satisfies never;
  }
}

const modulo = (value: number, by: number): number => ((value % by) + by) % by;

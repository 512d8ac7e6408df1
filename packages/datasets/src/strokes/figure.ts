/** One drawn figure: what it is, where, and the ink that it is drawn with. Random choices are made elsewhere. */
import { direction } from './direction.js';
import { disc, halfPlane, polyline, ring, segment, union } from './ink.js';
import type { Ink, Place } from './ink.js';

/** Angles in degrees, counter-clockwise as they are seen: 0 points right, 90 up. Lengths in pixels. */
export type Figure =
  /** `angle` from 0 to 180: 0 lies, 45 rises to the right, 90 stands, 135 falls to the right. */
  | { readonly kind: 'line'; readonly centre: Place; readonly angle: number; readonly length: number }
  /** Two arms at a right angle, the first in the direction of `angle`, the second 90 degrees further; 0 to 360. */
  | { readonly kind: 'corner'; readonly position: Place; readonly angle: number; readonly length: number }
  | { readonly kind: 'circle'; readonly centre: Place; readonly radius: number }
  /** The first of its corners or ends lies in the direction of `angle`, `radius` from the centre; 0 to 90, 120 for the triangle. */
  | {
      readonly kind: 'square' | 'triangle' | 'cross';
      readonly centre: Place;
      readonly angle: number;
      readonly radius: number;
    }
  /** Ink fills the picture beyond `position` in the direction of `angle`; 0 to 360. */
  | { readonly kind: 'edge'; readonly position: Place; readonly angle: number }
  /** A filled disc. */
  | { readonly kind: 'dot'; readonly centre: Place; readonly radius: number };

export type StrokeKind = Figure['kind'];

/** After so many degrees a figure is the same again. */
export const period: Readonly<Record<StrokeKind, number>> = {
  line: 180,
  corner: 360,
  circle: 360,
  square: 90,
  triangle: 120,
  cross: 90,
  edge: 360,
  dot: 360,
};

export const at = ([row, column]: Place, angle: number, distance: number): Place => {
  const { x, y } = direction(angle);
  return [row + y * distance, column + x * distance];
};

export function inkOf(figure: Figure, thickness: number): Ink {
  switch (figure.kind) {
    case 'line': {
      const { centre, angle, length } = figure;
      return segment(at(centre, angle, -length / 2), at(centre, angle, length / 2), thickness);
    }
    case 'corner': {
      const { position, angle, length } = figure;
      return polyline([at(position, angle, length), position, at(position, angle + 90, length)], thickness);
    }
    case 'circle':
      return ring(figure.centre, figure.radius, thickness);
    case 'square':
      return polyline(round(figure, [0, 90, 180, 270, 0]), thickness);
    case 'triangle':
      return polyline(round(figure, [0, 120, 240, 0]), thickness);
    case 'cross':
      return union([
        polyline(round(figure, [0, 180]), thickness),
        polyline(round(figure, [90, 270]), thickness),
      ]);
    case 'edge':
      return halfPlane(figure.position, figure.angle);
    case 'dot':
      return disc(figure.centre, figure.radius);
    default:
      return figure satisfies never;
  }
}

const round = (
  { centre, angle, radius }: { readonly centre: Place; readonly angle: number; readonly radius: number },
  turns: readonly number[],
): readonly Place[] => turns.map((turn) => at(centre, angle + turn, radius));

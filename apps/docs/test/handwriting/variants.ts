// Six hands: place, size, slant and pen. Chosen before any network read them; a change needs a reason other than a score.
import type { Point } from './strokes.js';

export interface Variant {
  readonly name: string;
  /** Left and top of the digit, in shares of the pad. */
  readonly place: Point;
  /** Width and height, in shares of the pad. */
  readonly size: Point;
  /** How far the top leans to the right, in shares of the height. */
  readonly slant: number;
  /** Diameter of the pen, in shares of the pad. */
  readonly pen: number;
}

export const variants: readonly Variant[] = [
  { name: 'in the middle', place: [0.28, 0.18], size: [0.44, 0.64], slant: 0, pen: 0.08 },
  { name: 'small, at the top left', place: [0.06, 0.06], size: [0.22, 0.34], slant: 0.05, pen: 0.05 },
  { name: 'large, thin pen', place: [0.14, 0.06], size: [0.68, 0.88], slant: 0.08, pen: 0.05 },
  { name: 'bottom right, leaning', place: [0.48, 0.42], size: [0.32, 0.5], slant: 0.18, pen: 0.07 },
  { name: 'wide, thick pen', place: [0.18, 0.22], size: [0.58, 0.56], slant: -0.06, pen: 0.11 },
  { name: 'narrow and tall', place: [0.38, 0.08], size: [0.3, 0.8], slant: 0.12, pen: 0.08 },
];

/** From the unit square of a stroke to the pad, in shares of its side. */
export function place(point: Point, { place: [left, top], size: [width, height], slant }: Variant): Point {
  const [x, y] = point;
  return [left + x * width + slant * (1 - y) * height, top + y * height];
}

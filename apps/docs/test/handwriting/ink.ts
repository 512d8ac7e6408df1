// Draws strokes with a round pen into an image of grey values: 0 is paper, 1 is ink.
import type { Point } from './strokes.js';

/** `lines` are chains of points in shares of the side; returns `side * side` values, row by row. */
export function ink(lines: readonly (readonly Point[])[], pen: number, side: number): Float32Array {
  const image = new Float32Array(side * side);
  const radius = (pen * side) / 2;
  for (const line of lines) {
    for (let i = 0; i + 1 < line.length; i++)
      drawSegment(image, side, scaled(line[i]!, side), scaled(line[i + 1]!, side), radius);
  }
  return image;
}

const scaled = ([x, y]: Point, side: number): Point => [x * side, y * side];

/** A pixel is inked by how much of it lies within the radius of the segment, judged at its centre. */
function drawSegment(image: Float32Array, side: number, from: Point, to: Point, radius: number): void {
  const reach = radius + 1;
  const low = (a: number, b: number) => Math.max(0, Math.floor(Math.min(a, b) - reach));
  const high = (a: number, b: number) => Math.min(side - 1, Math.ceil(Math.max(a, b) + reach));
  for (let y = low(from[1], to[1]); y <= high(from[1], to[1]); y++) {
    for (let x = low(from[0], to[0]); x <= high(from[0], to[0]); x++) {
      const value = Math.min(1, Math.max(0, radius + 0.5 - distance([x + 0.5, y + 0.5], from, to)));
      if (value > image[y * side + x]!) image[y * side + x] = value;
    }
  }
}

function distance([x, y]: Point, [x0, y0]: Point, [x1, y1]: Point): number {
  const [dx, dy] = [x1 - x0, y1 - y0];
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - x0) * dx + (y - y0) * dy) / length));
  return Math.hypot(x - x0 - t * dx, y - y0 - t * dy);
}

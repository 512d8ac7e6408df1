/** Strokes to grey pixels: each pixel takes the part of it that the pen has covered. */
import type { Stroke } from './stroke.js';

/**
 * Coverage by the distance of a pixel's centre from the line: full inside, none outside, straight in between over one pixel.
 * @param strokes In pixels: `x` 14 is the middle of a picture of 28.
 * @returns Row-major, 0-1.
 */
export function rasterize(strokes: readonly Stroke[], radius: number, size: number): Float32Array {
  const pixels = new Float32Array(size * size);
  const reach = radius + 0.5;
  for (const stroke of strokes) {
    for (let index = 0; index < stroke.length; index++) {
      const to = stroke[index]!;
      const from = stroke[Math.max(0, index - 1)]!;
      const first = (a: number, b: number): number => Math.max(0, Math.floor(Math.min(a, b) - reach));
      const last = (a: number, b: number): number => Math.min(size - 1, Math.ceil(Math.max(a, b) + reach));
      for (let row = first(from.y, to.y); row <= last(from.y, to.y); row++) {
        for (let column = first(from.x, to.x); column <= last(from.x, to.x); column++) {
          const covered = Math.min(1, reach - distance(column + 0.5, row + 0.5, from.x, from.y, to.x, to.y));
          const pixel = row * size + column;
          if (covered > pixels[pixel]!) pixels[pixel] = covered;
        }
      }
    }
  }
  return pixels;
}

/** Of a point from a line segment. */
function distance(x: number, y: number, fromX: number, fromY: number, toX: number, toY: number): number {
  const [alongX, alongY] = [toX - fromX, toY - fromY];
  const length = alongX * alongX + alongY * alongY;
  const share =
    length > 0 ? Math.max(0, Math.min(1, ((x - fromX) * alongX + (y - fromY) * alongY) / length)) : 0;
  return Math.hypot(x - fromX - share * alongX, y - fromY - share * alongY);
}

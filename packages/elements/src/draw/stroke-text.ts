/** Strokes as few whole numbers: the first point of each, then the steps from point to point, in `strokeGrid`ths of the square. */
import type { Stroke } from './stroke.js';

/** Points of a pen lie on a grid so fine that no eye sees it: what a link carries is then exactly what was drawn. */
export const strokeGrid = 1024;

export const onGrid = (share: number): number => Math.round(share * strokeGrid) / strokeGrid;

export const packStrokes = (strokes: readonly Stroke[]): readonly (readonly number[])[] =>
  strokes.map((points) => {
    const whole = points.map(({ x, y }) => [Math.round(x * strokeGrid), Math.round(y * strokeGrid)] as const);
    return whole.flatMap(([x, y], index) => {
      const [fromX, fromY] = whole[index - 1] ?? [0, 0];
      return [x - fromX, y - fromY];
    });
  });

/** Undefined for what no pen can have drawn. */
export function unpackStrokes(packed: unknown): readonly Stroke[] | undefined {
  if (!Array.isArray(packed)) return undefined;
  const strokes = packed.map(unpack);
  return strokes.every((stroke) => stroke !== undefined) ? strokes : undefined;
}

function unpack(steps: unknown): Stroke | undefined {
  if (!Array.isArray(steps) || steps.length === 0 || steps.length % 2 !== 0) return undefined;
  let [x, y] = [0, 0];
  const points: { readonly x: number; readonly y: number }[] = [];
  for (let index = 0; index < steps.length; index += 2) {
    const [dx, dy] = [steps[index] as unknown, steps[index + 1] as unknown];
    if (!Number.isInteger(dx) || !Number.isInteger(dy)) return undefined;
    [x, y] = [x + (dx as number), y + (dy as number)];
    if (Math.min(x, y) < 0 || Math.max(x, y) > strokeGrid) return undefined;
    points.push({ x: x / strokeGrid, y: y / strokeGrid });
  }
  return points;
}

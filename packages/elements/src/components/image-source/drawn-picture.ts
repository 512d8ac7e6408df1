/** A drawing as a picture in colour: black ink on white paper, whatever the theme of the page. */
import type { ImageBatch } from '@convlens/types';
import { rasterize } from '../../draw/rasterize.js';
import type { Drawing } from '../../draw/stroke.js';

/** Pixels of a side, at most: four for each of a digit, and single cells can still be seen. */
export const drawingSide = 112;

/** `[1, side, side, 3]`, 0 to 1. */
export function drawnPicture({ strokes, penWidth }: Drawing, side: number): ImageBatch {
  const onPixels = strokes.map((stroke) => stroke.map(({ x, y }) => ({ x: x * side, y: y * side })));
  const ink = rasterize(onPixels, (penWidth * side) / 2, side);
  const data = new Float32Array(ink.length * 3);
  for (let index = 0; index < data.length; index++) data[index] = 1 - ink[Math.floor(index / 3)]!;
  return { shape: [1, side, side, 3], data };
}

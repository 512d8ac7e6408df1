/** A picture to begin with, made by arithmetic: a sun over hills. Every channel has something of its own to show. */
import type { PixelImage } from './image.js';

const size = 48;

export function samplePicture(): PixelImage {
  const data = new Uint8Array(size * size * 3);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) data.set(colourOf(row, column), (row * size + column) * 3);
  }
  return { shape: [size, size, 3], data };
}

type Colour = readonly [red: number, green: number, blue: number];

function colourOf(row: number, column: number): Colour {
  const ridge = 33 + 4 * Math.sin(column / 6) + 2 * Math.sin(column / 2.5 + 1);
  const shore = 42 - column / 16;
  if (row >= shore) return mixed([24, 62, 128], [96, 150, 200], 0.5 + 0.5 * Math.sin(row * 2.1 + column / 3));
  if (row >= ridge) return mixed([30, 104, 40], [112, 168, 56], (row - ridge) / (shore - ridge));
  const sky = mixed([74, 140, 222], [252, 206, 148], row / ridge);
  const fromSun = Math.hypot(row - 14, column - 33);
  return mixed([255, 214, 60], sky, (fromSun - 6) / 2.5);
}

/** `from` at 0 and below, `to` at 1 and above, in whole numbers. */
function mixed(from: Colour, to: Colour, share: number): Colour {
  const part = Math.min(1, Math.max(0, share));
  const mix = (light: 0 | 1 | 2): number => Math.round(from[light] + (to[light] - from[light]) * part);
  return [mix(0), mix(1), mix(2)];
}

/**
 * Draws the counts: mistakes from paper to ink on a scale of their own; the diagonal stands apart, framed and without a shade,
 * since right answers would drown what the picture is for.
 */
import { inkOn } from '../../render/oklab.js';
import type { Palette } from '../../render/palette.js';
import { colourOf } from '../../render/scale.js';
import { readable } from './board.js';
import type { Tally } from './tally.js';

/** Canvases beyond this are refused by some browsers, and no screen shows them. */
const mostPixels = 4096;

export function drawBoard(canvas: HTMLCanvasElement, tally: Tally, cell: number, palette: Palette): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  const { classes, counts, largestError } = tally;
  const size = classes * cell;
  const ratio = Math.min(globalThis.devicePixelRatio || 1, mostPixels / size);
  canvas.width = canvas.height = Math.round(size * ratio);
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  const digits = String(Math.max(...counts)).length;
  const fontSize = Math.max(9, Math.min(13, (cell - 2) / (digits * 0.62)));
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineWidth = 1;
  const scale = { kind: 'pixel', limit: largestError } as const;
  counts.forEach((count, index) => {
    const [row, column] = [Math.floor(index / classes), index % classes];
    const [x, y] = [column * cell, row * cell];
    const isRight = row === column;
    const colour = colourOf(palette.ramps, scale, isRight ? 0 : count);
    context.fillStyle = `rgb(${colour.join(' ')})`;
    context.fillRect(x, y, cell, cell);
    context.strokeStyle = palette.colour('line');
    context.strokeRect(x + 0.5, y + 0.5, cell - 1, cell - 1);
    if (cell < readable) return;
    context.font = `${isRight ? 600 : 400} ${fontSize}px ui-monospace, Menlo, Consolas, monospace`;
    context.fillStyle = isRight || count > 0 ? inkOn(colour) : palette.colour('muted');
    context.fillText(String(count), x + cell / 2, y + cell / 2 + 0.5);
  });
  context.strokeStyle = palette.colour('outline');
  for (let at = 0; at < classes; at++)
    context.strokeRect(at * cell + 1.5, at * cell + 1.5, cell - 3, cell - 3);
}

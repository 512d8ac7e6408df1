/** Draws one window: the part of a bitmap that is seen, lines between large cells, their numbers, the marked pixel. */
import type { Palette } from '../../render/palette.js';
import type { Writing } from './panel.js';
import type { Cell, Extent, Viewport } from './viewport.js';

export interface Drawn {
  readonly viewport: Viewport;
  /** Black without one: a light that nothing feeds. */
  readonly tile: HTMLCanvasElement | undefined;
  readonly isMuted: boolean;
  readonly writing: Writing | undefined;
  readonly cursor: Cell | undefined;
  readonly palette: Palette;
}

/** From this size on, in CSS pixels, lines part neighbouring cells. */
const linedCell = 14;
const leastMark = 9;

export function drawWindow(canvas: HTMLCanvasElement, drawn: Drawn): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  const { viewport, tile, isMuted, writing, cursor, palette } = drawn;
  const ratio = sized(canvas, viewport.window);
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, viewport.window.width, viewport.window.height);
  context.globalAlpha = isMuted ? 0.25 : 1;
  drawTile(context, viewport, tile);
  context.globalAlpha = 1;
  if (viewport.cell >= linedCell) drawLines(context, viewport, palette.colour('page'), ratio);
  if (writing && viewport.cell >= writing.from) write(context, viewport, writing, canvas);
  if (cursor) mark(context, viewport, cursor, palette);
}

/** The whole picture in small, and a frame round what the windows show of it. */
export function drawMap(
  canvas: HTMLCanvasElement,
  size: Extent,
  tile: HTMLCanvasElement,
  viewport: Viewport,
  palette: Palette,
): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  const ratio = sized(canvas, size);
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, size.width, size.height);
  context.imageSmoothingEnabled = tile.width > size.width;
  context.drawImage(tile, 0, 0, size.width, size.height);
  const { rows, columns } = viewport.seen;
  const [x, y] = [size.width / tile.width, size.height / tile.height];
  frame(
    context,
    columns[0] * x,
    rows[0] * y,
    (columns[1] - columns[0]) * x,
    (rows[1] - rows[0]) * y,
    palette,
  );
}

/** @returns Device pixels a CSS pixel. */
function sized(canvas: HTMLCanvasElement, { width, height }: Extent): number {
  const ratio = globalThis.devicePixelRatio || 1;
  const size = { width: Math.round(width * ratio), height: Math.round(height * ratio) };
  if (canvas.width !== size.width || canvas.height !== size.height) Object.assign(canvas, size);
  return ratio;
}

function drawTile(
  context: CanvasRenderingContext2D,
  viewport: Viewport,
  tile: HTMLCanvasElement | undefined,
): void {
  const { rows, columns } = viewport.seen;
  const { x, y } = viewport.placeOf(rows[0], columns[0]);
  const [across, down] = [columns[1] - columns[0], rows[1] - rows[0]];
  const [width, height] = [across * viewport.cell, down * viewport.cell];
  // Pixels stay squares; only where several fall on one of the screen are they averaged.
  context.imageSmoothingEnabled = viewport.cell < 1;
  context.imageSmoothingQuality = 'high';
  if (tile) context.drawImage(tile, columns[0], rows[0], across, down, x, y, width, height);
  else {
    context.fillStyle = '#000';
    context.fillRect(x, y, width, height);
  }
}

function drawLines(context: CanvasRenderingContext2D, viewport: Viewport, page: string, ratio: number): void {
  const { rows, columns } = viewport.seen;
  const from = viewport.placeOf(rows[0], columns[0]);
  const to = viewport.placeOf(rows[1], columns[1]);
  context.beginPath();
  for (let row = rows[0] + 1; row < rows[1]; row++) {
    const { y } = viewport.placeOf(row, 0);
    context.moveTo(from.x, y);
    context.lineTo(to.x, y);
  }
  for (let column = columns[0] + 1; column < columns[1]; column++) {
    const { x } = viewport.placeOf(0, column);
    context.moveTo(x, from.y);
    context.lineTo(x, to.y);
  }
  context.strokeStyle = page;
  context.lineWidth = 1 / ratio;
  context.globalAlpha = 0.4;
  context.stroke();
  context.globalAlpha = 1;
}

function write(
  context: CanvasRenderingContext2D,
  viewport: Viewport,
  writing: Writing,
  canvas: HTMLCanvasElement,
): void {
  const { cell, seen } = viewport;
  const size = Math.min(13, 10 + (cell - writing.from) / 6);
  context.font = `${size}px ${getComputedStyle(canvas).fontFamily}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  for (let row = seen.rows[0]; row < seen.rows[1]; row++) {
    for (let column = seen.columns[0]; column < seen.columns[1]; column++) {
      const { lines, ink } = writing.of(row, column);
      const { x, y } = viewport.placeOf(row + 0.5, column + 0.5);
      context.fillStyle = ink;
      lines.forEach((line, index) =>
        context.fillText(line, x, y + (index - (lines.length - 1) / 2) * size * 1.15, cell - 2),
      );
    }
  }
}

function mark(
  context: CanvasRenderingContext2D,
  viewport: Viewport,
  [row, column]: Cell,
  palette: Palette,
): void {
  const side = Math.max(leastMark, viewport.cell);
  const { x, y } = viewport.placeOf(row + 0.5, column + 0.5);
  frame(context, x - side / 2, y - side / 2, side, side, palette);
}

/** Ink on paper: it is seen on every colour. */
function frame(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  width: number,
  height: number,
  palette: Palette,
): void {
  context.strokeStyle = palette.colour('page');
  context.lineWidth = 4;
  context.strokeRect(x, y, width, height);
  context.strokeStyle = palette.colour('ink');
  context.lineWidth = 2;
  context.strokeRect(x, y, width, height);
}

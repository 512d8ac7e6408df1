/** Draws the maps of a tensor in rows, with one cell marked. Which map stands where is the grid's business. */
import type { Palette } from '../../render/palette.js';
import { mapsOf } from '../../render/paint.js';
import type { Scale } from '../../render/scale.js';
import { TileCanvas } from '../../render/tile-canvas.js';
import { originOf, sizeOf } from '../kernels/kernel-grid.js';
import type { KernelGrid } from '../kernels/kernel-grid.js';

/** CSS pixels round the maps: what is marked at the edge is seen whole. */
export const sheetMargin = 3;

export interface Sheet {
  /** Channels last. */
  readonly values: ArrayLike<number>;
  readonly grid: KernelGrid;
  readonly scale: Scale;
  readonly marked: { readonly unit: number; readonly row: number; readonly column: number };
}

export class SheetPainter {
  #tile: TileCanvas | undefined;
  #drawn: readonly unknown[] = [];

  draw(canvas: HTMLCanvasElement, { values, grid, scale, marked }: Sheet, palette: Palette): void {
    const context = canvas.getContext('2d');
    const ratio = globalThis.devicePixelRatio || 1;
    const { unit, row, column } = marked;
    const key = [canvas, values, grid.columns, grid.cell, scale.limit, unit, row, column, palette, ratio];
    if (!context || key.every((part, index) => part === this.#drawn[index])) return;
    this.#drawn = key;
    const [width, height] = sizeOf(grid).map((size) => size + 2 * sheetMargin) as [number, number];
    Object.assign(canvas, { width: Math.round(width * ratio), height: Math.round(height * ratio) });
    canvas.style.width = `${width}px`;
    context.setTransform(ratio, 0, 0, ratio, sheetMargin * ratio, sheetMargin * ratio);
    context.imageSmoothingEnabled = false;
    this.#tile ??= new TileCanvas(canvas.ownerDocument.createElement('canvas'));
    const planes = mapsOf(values, [grid.height, grid.width, grid.filters]);
    const strip = this.#tile.paint(planes, scale, palette.ramps);
    const [w, h] = [grid.width * grid.cell, grid.height * grid.cell];
    context.strokeStyle = palette.colour('line');
    context.lineWidth = 1;
    for (let map = 0; map < grid.filters; map++) {
      const [x, y] = originOf(grid, map, 0);
      context.strokeRect(x - 0.5, y - 0.5, w + 1, h + 1);
      context.drawImage(strip, map * grid.width, 0, grid.width, grid.height, x, y, w, h);
    }
    const [x, y] = originOf(grid, unit, 0);
    const cell = [x + column * grid.cell, y + row * grid.cell, grid.cell, grid.cell] as const;
    stroke(context, [x - 1, y - 1, w + 2, h + 2], palette.colour('ink'), 1.5);
    stroke(context, cell, palette.colour('page'), 4);
    stroke(context, cell, palette.colour('ink'), 2);
  }
}

function stroke(
  context: CanvasRenderingContext2D,
  box: readonly [x: number, y: number, width: number, height: number],
  colour: string,
  width: number,
): void {
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.strokeRect(...box);
}

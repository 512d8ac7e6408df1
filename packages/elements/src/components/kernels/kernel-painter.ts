/** Paints the kernels of one moment into a canvas: again only where something is another than last time. */
import type { Palette } from '../../render/palette.js';
import { kernelsOf } from '../../render/paint.js';
import { TileCanvas } from '../../render/tile-canvas.js';
import { originOf, sizeOf } from './kernel-grid.js';
import type { KernelGrid, WeightPlace } from './kernel-grid.js';

export interface KernelPicture {
  readonly values: ArrayLike<number>;
  readonly grid: KernelGrid;
  /** The largest weight's size, where the scale ends on both sides. */
  readonly limit: number;
  readonly place: WeightPlace | undefined;
  readonly palette: Palette;
}

export class KernelPainter {
  readonly #strips: TileCanvas[] = [];
  #drawn: readonly unknown[] = [];

  draw(canvas: HTMLCanvasElement, { values, grid, limit, place, palette }: KernelPicture): void {
    const context = canvas.getContext('2d');
    const at = place && `${place.filter} ${place.input} ${place.row} ${place.column}`;
    const key = [canvas, values, grid.columns, grid.cell, limit, at, palette];
    if (!context || key.every((part, index) => part === this.#drawn[index])) return;
    this.#drawn = key;
    const ratio = globalThis.devicePixelRatio || 1;
    const [width, height] = sizeOf(grid).map((size) => Math.round(size * ratio)) as [number, number];
    if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
    const { ramps, colour } = palette;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, width, height);
    context.imageSmoothingEnabled = false;
    context.strokeStyle = colour('line');
    context.lineWidth = 1;
    for (let input = 0; input < grid.inputs; input++) {
      const planes = kernelsOf(values, [grid.height, grid.width, grid.inputs, grid.filters], input);
      const strip = this.#stripOf(canvas.ownerDocument, input).paint(
        planes,
        { kind: 'signed', limit },
        ramps,
      );
      for (let filter = 0; filter < grid.filters; filter++) {
        const [x, y] = originOf(grid, filter, input);
        const [w, h] = [grid.width * grid.cell, grid.height * grid.cell];
        context.strokeRect(x - 0.5, y - 0.5, w + 1, h + 1);
        context.drawImage(strip, filter * grid.width, 0, grid.width, grid.height, x, y, w, h);
      }
    }
    if (place) mark(context, grid, place, colour('ink'));
  }

  /** The kernels of one input channel, one pixel a weight. */
  #stripOf(owner: Document, input: number): TileCanvas {
    return (this.#strips[input] ??= new TileCanvas(owner.createElement('canvas')));
  }
}

function mark(
  context: CanvasRenderingContext2D,
  grid: KernelGrid,
  { filter, input, row, column }: WeightPlace,
  ink: string,
): void {
  const [x, y] = originOf(grid, filter, input);
  context.strokeStyle = ink;
  context.lineWidth = 1.5;
  context.strokeRect(x - 1.5, y - 1.5, grid.width * grid.cell + 3, grid.height * grid.cell + 3);
  // A filter that another view points at has no weight of its own that is meant.
  if (row >= 0) context.strokeRect(x + column * grid.cell, y + row * grid.cell, grid.cell, grid.cell);
}

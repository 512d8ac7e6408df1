/** A small canvas with one pixel a cell, kept and painted over; where it is shown it is scaled up without smoothing. */
import { paintPlanes } from './paint.js';
import type { Bitmap, Planes } from './paint.js';
import type { Ramps, Scale } from './scale.js';

export class TileCanvas {
  readonly canvas: HTMLCanvasElement;
  #bitmap: Bitmap | undefined;
  #image: ImageData | undefined;
  #painted: readonly unknown[] = [];

  constructor(canvas: HTMLCanvasElement) {
    this.canvas = canvas;
  }

  /** Paints again only where the values, their scale or the colours are others than last time. */
  paint(planes: Planes, scale: Scale, ramps: Ramps): HTMLCanvasElement {
    const key = [
      planes.values,
      planes.width,
      planes.count,
      planes.offset,
      planes.limits,
      scale.kind,
      scale.limit,
      ramps,
    ];
    if (key.every((part, index) => part === this.#painted[index])) return this.canvas;
    this.#painted = key;
    const bitmap = paintPlanes(planes, scale, ramps, this.#bitmap);
    if (bitmap !== this.#bitmap) {
      this.#bitmap = bitmap;
      this.canvas.width = bitmap.width;
      this.canvas.height = bitmap.height;
      // Painting goes on in this memory: ImageData is a view of it.
      this.#image = new ImageData(
        new Uint8ClampedArray(bitmap.pixels.buffer as ArrayBuffer),
        bitmap.width,
        bitmap.height,
      );
    }
    this.canvas.getContext('2d')?.putImageData(this.#image!, 0, 0);
    return this.canvas;
  }
}

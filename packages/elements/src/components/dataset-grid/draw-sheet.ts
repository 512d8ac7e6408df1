/** Draws thumbnails on one canvas. Each image passes through one small canvas of its own size, kept from one to the next. */
import type { ImageBatch } from '@convlens/types';
import type { Palette } from '../../render/palette.js';
import { imagePixels } from './images.js';
import { originOf, sizeOf } from './sheet.js';
import type { Sheet } from './sheet.js';

/** What stands below an image: a name, and the colour of its class where it has one. */
export interface Caption {
  readonly text: string;
  readonly colour: string | undefined;
}

export class SheetPainter {
  #tile: HTMLCanvasElement | undefined;
  #pixels: ImageData | undefined;

  /** @param indices Which images, in the order of their places. */
  draw(
    canvas: HTMLCanvasElement,
    sheet: Sheet,
    images: ImageBatch,
    indices: readonly number[],
    palette: Palette,
    captionOf?: (index: number) => Caption,
  ): void {
    const context = canvas.getContext('2d');
    if (!context) return;
    const ratio = globalThis.devicePixelRatio || 1;
    const [width, height] = sizeOf(sheet);
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    // Enlarged, a pixel stays a pixel; reduced, pixels are averaged.
    context.imageSmoothingEnabled = sheet.width * ratio < images.shape[2];
    indices.forEach((index, place) => {
      const [x, y] = originOf(sheet, place);
      context.drawImage(this.#tileOf(canvas, images, index, palette), x, y, sheet.width, sheet.height);
      context.strokeStyle = palette.colour('line');
      context.strokeRect(x + 0.5, y + 0.5, sheet.width - 1, sheet.height - 1);
      if (captionOf) drawCaption(context, sheet, x, y, captionOf(index), palette);
    });
  }

  #tileOf(
    { ownerDocument }: HTMLCanvasElement,
    images: ImageBatch,
    index: number,
    { ramps }: Palette,
  ): HTMLCanvasElement {
    const [, height, width] = images.shape;
    const tile = (this.#tile ??= ownerDocument.createElement('canvas'));
    if (tile.width !== width || tile.height !== height || !this.#pixels) {
      Object.assign(tile, { width, height });
      this.#pixels = new ImageData(width, height);
    }
    imagePixels(images, index, ramps, this.#pixels.data);
    tile.getContext('2d')?.putImageData(this.#pixels, 0, 0);
    return tile;
  }
}

const dot = 3;

function drawCaption(
  context: CanvasRenderingContext2D,
  { width, height, stepX }: Sheet,
  x: number,
  y: number,
  { text, colour }: Caption,
  palette: Palette,
): void {
  const middle = y + height + 10;
  context.font = '12px system-ui, sans-serif';
  context.textBaseline = 'middle';
  // A canvas inherits its page's direction; the dot stands on the left of its name in both.
  context.direction = 'ltr';
  context.textAlign = 'left';
  let left = x;
  if (colour) {
    context.fillStyle = colour;
    context.beginPath();
    context.arc(x + dot, middle, dot, 0, 2 * Math.PI);
    context.fill();
    left += 3 * dot;
  }
  context.fillStyle = palette.colour('muted');
  const room = Math.max(width, stepX - 8) - (left - x);
  context.fillText(shortened(context, text, room), left, middle);
}

/** Cut with an ellipsis where it is too long. */
function shortened(context: CanvasRenderingContext2D, text: string, room: number): string {
  if (context.measureText(text).width <= room) return text;
  const letters = [...text];
  while (letters.length > 1 && context.measureText(`${letters.join('')}…`).width > room) letters.pop();
  return `${letters.join('')}…`;
}

/** One map on one canvas, as sharp as the screen: cells, their numbers where there is room, dots for shares, a frame round a window. */
import type { PlainImage } from '@convlens/geometry';
import { inkOn } from '../../render/oklab.js';
import { mapsOf } from '../../render/paint.js';
import type { Palette } from '../../render/palette.js';
import { colourOf } from '../../render/scale.js';
import type { Ramps, Scale } from '../../render/scale.js';
import { TileCanvas } from '../../render/tile-canvas.js';

export interface Box {
  readonly row: number;
  readonly column: number;
  readonly height: number;
  readonly width: number;
}

export interface MapFigure {
  /** Of one channel. */
  readonly map: PlainImage;
  readonly scale: Scale;
  readonly ramps: Ramps;
  /** Side of a cell in CSS pixels. */
  readonly cell: number;
  readonly colour: Palette['colour'];
  /** A number as text, with so many digits after the point. */
  readonly write: (value: number, digits: number) => string;
  /** By cell: a dot whose area is the share, a ring where it is negative. */
  readonly shares: ArrayLike<number> | undefined;
  readonly mark: Box | undefined;
}

/** From this size on, in CSS pixels, a cell shows its number. */
const readable = 22;
/** Below this size, dots would be dust. */
const dotted = 4;

export class MapPainter {
  readonly #canvas: HTMLCanvasElement;
  readonly #tile: TileCanvas;
  #painted: readonly unknown[] = [];

  constructor(canvas: HTMLCanvasElement) {
    this.#canvas = canvas;
    this.#tile = new TileCanvas(canvas.ownerDocument.createElement('canvas'));
  }

  /** Paints again only where something is other than last time. */
  paint(figure: MapFigure): void {
    const { map, scale, ramps, cell, shares, mark } = figure;
    const ratio = globalThis.devicePixelRatio || 1;
    const box = mark && [mark.row, mark.column, mark.height, mark.width].join(' ');
    const key = [map.values, map.shape[1], scale.kind, scale.limit, ramps, cell, shares, box, ratio];
    if (key.every((part, index) => part === this.#painted[index])) return;
    this.#painted = key;
    const [width, height] = [map.shape[1] * cell, map.shape[0] * cell];
    const canvas = this.#canvas;
    Object.assign(canvas, { width: Math.round(width * ratio), height: Math.round(height * ratio) });
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
    const context = canvas.getContext('2d');
    if (!context) return;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.imageSmoothingEnabled = false;
    context.drawImage(this.#tile.paint(mapsOf(map.values, map.shape), scale, ramps), 0, 0, width, height);
    if (cell >= readable) this.#numbers(context, figure);
    if (shares && cell >= dotted) this.#dots(context, figure, shares);
    if (mark) this.#frame(context, figure, mark);
  }

  #numbers(context: CanvasRenderingContext2D, { map, scale, ramps, cell, write }: MapFigure): void {
    const { values, shape } = map;
    const whole = Array.from(values).every(Number.isInteger);
    const size = cell >= 44 ? 13 : cell >= 32 ? 11 : 10;
    context.font = `${size}px ${getComputedStyle(this.#canvas).fontFamily}`;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    for (let at = 0; at < values.length; at++) {
      const value = values[at]!;
      const fits = (digits: number): string | undefined => {
        const text = cellText(value, digits, write);
        return context.measureText(text).width <= cell - 2 ? text : undefined;
      };
      const text = whole ? fits(0) : (fits(2) ?? fits(1) ?? fits(0));
      if (text === undefined) continue;
      context.fillStyle = inkOn(colourOf(ramps, scale, value));
      context.fillText(text, ((at % shape[1]) + 0.5) * cell, (Math.floor(at / shape[1]) + 0.5) * cell + 0.5);
    }
  }

  #dots(
    context: CanvasRenderingContext2D,
    { map, cell, colour }: MapFigure,
    shares: ArrayLike<number>,
  ): void {
    // In a cell with a number a dot keeps to the corner.
    const hasNumber = cell >= readable;
    const largest = hasNumber ? 4 : cell * 0.3;
    const place = hasNumber ? cell - 5 : cell / 2;
    for (let at = 0; at < shares.length; at++) {
      const share = Math.min(1, Math.abs(shares[at]!));
      if (!(share > 0)) continue;
      const [x, y] = [(at % map.shape[1]) * cell + place, Math.floor(at / map.shape[1]) * cell + place];
      const radius = largest * Math.sqrt(share);
      context.beginPath();
      context.arc(x, y, radius + Math.min(1, largest / 3), 0, 2 * Math.PI);
      context.fillStyle = colour('page');
      context.fill();
      context.beginPath();
      context.arc(x, y, radius, 0, 2 * Math.PI);
      context.fillStyle = context.strokeStyle = colour('ink');
      context.lineWidth = 1;
      if (shares[at]! > 0) context.fill();
      else context.stroke();
    }
  }

  #frame(context: CanvasRenderingContext2D, { cell, colour }: MapFigure, mark: Box): void {
    const [x, y] = [mark.column * cell, mark.row * cell];
    const [width, height] = [mark.width * cell, mark.height * cell];
    context.strokeStyle = colour('page');
    context.lineWidth = 4;
    context.strokeRect(x + 1, y + 1, width - 2, height - 2);
    context.strokeStyle = colour('ink');
    context.lineWidth = 2;
    context.strokeRect(x + 1, y + 1, width - 2, height - 2);
  }
}

/** `0.42` without its zero: `.42`; what rounds to zero is `0`. */
function cellText(value: number, digits: number, write: MapFigure['write']): string {
  if (Number(value.toFixed(digits)) === 0) return '0';
  return write(value, digits).replace(/^(−?)0(?=[.,])/, '$1');
}

/** Values as cells, with their numbers where there is room, and what is marked among them. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Numbers } from '../messages/numbers.js';
import { mapsOf } from '../render/paint.js';
import type { Ramps, Scale } from '../render/scale.js';
import { cellNumbers } from './cell-numbers.js';
import { tensorCanvas } from './tensor-canvas.js';
import { placeIn } from './place-in.js';
import { styleOf } from './style-of.js';

/** Row-major values of one channel. */
export interface Picture {
  readonly values: ArrayLike<number>;
  readonly size: readonly [height: number, width: number];
}

/** As many digits as fit: whole numbers none, sizes from 1 on one in a small cell. */
function digitsOf(values: ArrayLike<number>, { limit }: Scale, cell: number): number {
  if (Array.from(values).every(Number.isInteger)) return 0;
  return cell < 36 && limit >= 1.005 ? (limit >= 9.95 ? 0 : 1) : 2;
}

/** From this size on, in CSS pixels, a cell shows its number. */
const readable = 22;

export interface Mark {
  readonly row: number;
  readonly column: number;
  readonly height: number;
  readonly width: number;
  readonly kind: 'mark' | 'padding';
}

export interface ValueGrid {
  readonly picture: Picture;
  readonly scale: Scale;
  readonly ramps: Ramps;
  /** Side of a cell in CSS pixels. */
  readonly cell: number;
  readonly marks: readonly Mark[];
  readonly label: string;
  readonly numbers: Numbers;
}

export function valueGrid({ picture, scale, ramps, cell, marks, label, numbers }: ValueGrid): TemplateResult {
  const [height, width] = picture.size;
  const size = styleOf({ width: `${width * cell}px`, height: `${height * cell}px` });
  const place = (mark: Mark): Record<string, string> => ({
    left: `${mark.column * cell}px`,
    top: `${mark.row * cell}px`,
    width: `${mark.width * cell}px`,
    height: `${mark.height * cell}px`,
  });
  return html`<div class="grid framed" ${size}>
    <canvas
      class="pixels"
      role="img"
      aria-label=${label}
      ${size}
      ${tensorCanvas(mapsOf(picture.values, [height, width, 1]), scale, ramps)}
    ></canvas>
    ${cell >= readable ? cellNumbers(picture.values, [height, width], cell, scale, ramps, numbers, digitsOf(picture.values, scale, cell)) : nothing}
    ${marks.map((mark) => html`<i class=${mark.kind} ${styleOf(place(mark))}></i>`)}
  </div>`;
}

/** The cell of such a grid that an event on it, or on what is as large as it, happened at. */
export function cellUnder(
  event: MouseEvent,
  cell: number,
  [height, width]: readonly [number, number],
): readonly [row: number, column: number] {
  // Listened to where the grid is drawn.
  const [x, y] = placeIn(event.currentTarget as HTMLElement, event);
  const within = (at: number, count: number): number =>
    Math.max(0, Math.min(count - 1, Math.floor(at / cell)));
  return [within(y, height), within(x, width)];
}

/** The grids of the lab: a picture with its numbers and what is marked in it; the kernel, whose cells are fields. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { styleMap } from 'lit/directives/style-map.js';
import type { Numbers } from '../../messages/numbers.js';
import { cellNumbers } from '../../parts/cell-numbers.js';
import { tensorCanvas } from '../../parts/tensor-canvas.js';
import { inkOn } from '../../render/oklab.js';
import { mapsOf } from '../../render/paint.js';
import { colourOf } from '../../render/scale.js';
import type { Ramps, Scale } from '../../render/scale.js';
import type { Picture } from './problem.js';
import type { KernelMatrix } from './presets.js';

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

export interface GridFigure {
  readonly picture: Picture;
  readonly scale: Scale;
  readonly ramps: Ramps;
  /** Side of a cell in CSS pixels. */
  readonly cell: number;
  readonly marks: readonly Mark[];
  readonly label: string;
  readonly numbers: Numbers;
}

export function grid({ picture, scale, ramps, cell, marks, label, numbers }: GridFigure): TemplateResult {
  const [height, width] = picture.size;
  const size = styleMap({ width: `${width * cell}px`, height: `${height * cell}px` });
  const place = (mark: Mark): Record<string, string> => ({
    left: `${mark.column * cell}px`,
    top: `${mark.row * cell}px`,
    width: `${mark.width * cell}px`,
    height: `${mark.height * cell}px`,
  });
  return html`<div class="grid framed" style=${size}>
    <canvas
      class="pixels"
      role="img"
      aria-label=${label}
      style=${size}
      ${tensorCanvas(mapsOf(picture.values, [height, width, 1]), scale, ramps)}
    ></canvas>
    ${cell >= readable ? cellNumbers(picture.values, [height, width], cell, scale, ramps, numbers, digitsOf(picture.values, scale, cell)) : nothing}
    ${marks.map((mark) => html`<i class=${mark.kind} style=${styleMap(place(mark))}></i>`)}
  </div>`;
}

export interface KernelFigure {
  readonly kernel: KernelMatrix;
  readonly scale: Scale;
  readonly ramps: Ramps;
  readonly cell: number;
  readonly name: (row: number, column: number) => string;
  readonly write: (weight: number) => string;
  /** The cell whose text is no number. */
  readonly wrong: string | undefined;
}

/** Fields, row by row; what is done to them is heard by the element. */
export function kernelFields({
  kernel,
  scale,
  ramps,
  cell,
  name,
  write,
  wrong,
}: KernelFigure): TemplateResult {
  const columns = kernel[0]?.length ?? 0;
  const cells = kernel.flatMap((weights, row) =>
    weights.map((weight, column) => ({ key: `${row} ${column}`, row, column, weight })),
  );
  return html`<div
    class="fields framed"
    style=${styleMap({ gridTemplateColumns: `repeat(${columns}, ${cell}px)` })}
  >
    ${repeat(
      cells,
      ({ key }) => key,
      ({ key, row, column, weight }) => {
        const colour = colourOf(ramps, scale, weight);
        return html`<input
          class="num"
          inputmode="decimal"
          autocomplete="off"
          data-cell=${key}
          aria-label=${name(row, column)}
          aria-invalid=${wrong === key ? 'true' : 'false'}
          .value=${write(weight)}
          style=${styleMap({
            height: `${cell}px`,
            background: `rgb(${colour.map(Math.round).join(' ')})`,
            color: inkOn(colour),
          })}
        />`;
      },
    )}
  </div>`;
}

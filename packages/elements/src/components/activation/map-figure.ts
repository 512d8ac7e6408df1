/** Values as a picture that is as wide as its place: one bitmap, and over it what is marked, pointed at and written. */
import { html, nothing, svg } from 'lit';
import type { TemplateResult } from 'lit';
import type { Numbers } from '../../messages/numbers.js';
import { legend } from '../../parts/legend.js';
import { tensorCanvas } from '../../parts/tensor-canvas.js';
import { inkOn } from '../../render/oklab.js';
import type { Planes } from '../../render/paint.js';
import { colourOf } from '../../render/scale.js';
import type { Ramps, Scale } from '../../render/scale.js';
import type { Values } from '../../trace/trace.js';

/** `[row, column]` */
export type Cell = readonly [row: number, column: number];

export interface MapFigure {
  /** One plane, or several side by side. */
  readonly planes: Planes;
  readonly scale: Scale;
  readonly ramps: Ramps;
  readonly label: string;
  readonly cell?: Cell | undefined;
  /** Row-major; cells other than 0 are hatched. */
  readonly hatched?: ArrayLike<number> | undefined;
  /** Writes the values into their cells. */
  readonly write?: ((value: number) => string) | undefined;
}

export const planeOf = (values: Values, [height, width]: readonly [number, number]): Planes => ({
  values,
  width,
  height,
  count: 1,
  planeStride: 1,
  cellStride: 1,
});

export function mapFigure({ planes, scale, ramps, label, cell, hatched, write }: MapFigure): TemplateResult {
  const { height, width: across, count } = planes;
  const width = across * count;
  return html`<div class="map framed">
    <canvas class="pixels" role="img" aria-label=${label} ${tensorCanvas(planes, scale, ramps)}></canvas>
    <svg viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" aria-hidden="true">
      ${hatched ? svg`<path class="hatch" d=${hatching(hatched, width)} />` : nothing}
      ${write ? texts(planes, scale, ramps, write) : nothing}
      ${
        cell
          ? svg`<rect class="halo" x=${cell[1]} y=${cell[0]} width="1" height="1" />
              <rect class="mark" x=${cell[1]} y=${cell[0]} width="1" height="1" />`
          : nothing
      }
    </svg>
  </div>`;
}

/** Two strokes through each cell. */
const hatching = (cells: ArrayLike<number>, width: number): string =>
  Array.from(cells, (isHatched, index) => {
    const [row, column] = [Math.floor(index / width), index % width];
    return isHatched
      ? `M${column} ${row + 1}l1 -1M${column} ${row + 0.5}l0.5 -0.5M${column + 0.5} ${row + 1}l0.5 -0.5`
      : '';
  }).join('');

const texts = (
  { values, width }: Planes,
  scale: Scale,
  ramps: Ramps,
  write: (value: number) => string,
): unknown =>
  Array.from(
    { length: values.length },
    (_, index) =>
      svg`<text class="num" x=${(index % width) + 0.5} y=${Math.floor(index / width) + 0.6} fill=${inkOn(colourOf(ramps, scale, values[index]!))}>${write(values[index]!)}</text>`,
  );

/** The cell of a figure that an event on what surrounds it happened at. */
export function cellAt(event: MouseEvent, [height, width]: readonly [number, number]): Cell {
  // Listened to on the element that the figure fills.
  const box = (event.currentTarget as Element).getBoundingClientRect();
  const within = (share: number, count: number): number =>
    Math.max(0, Math.min(count - 1, Math.floor(share * count)));
  return [
    within((event.clientY - box.top) / box.height, height),
    within((event.clientX - box.left) / box.width, width),
  ];
}

/** Arrow keys by one cell, Home and End to the first and the last; undefined for other keys. */
export function neighbourOf([row, column]: Cell, key: string, [height, width]: Cell): Cell | undefined {
  const within = (at: number, count: number): number => Math.max(0, Math.min(count - 1, at));
  const to = (down: number, right: number): Cell => [
    within(row + down, height),
    within(column + right, width),
  ];
  switch (key) {
    case 'ArrowLeft':
      return to(0, -1);
    case 'ArrowRight':
      return to(0, 1);
    case 'ArrowUp':
      return to(-1, 0);
    case 'ArrowDown':
      return to(1, 0);
    case 'Home':
      return [0, 0];
    case 'End':
      return [height - 1, width - 1];
    default:
      return undefined;
  }
}

/** Where the largest number is: what is most told by it is shown to begin with. */
export function strongestCell(values: Values, width: number): Cell {
  let best = 0;
  for (let cell = 1; cell < values.length; cell++) if (values[cell]! > values[best]!) best = cell;
  return [Math.floor(best / width), best % width];
}

/** The scale of a figure, and what shares it. */
export const scaleOf = (scale: Scale, sharedBy: string, numbers: Numbers): TemplateResult =>
  html`<p class="scale">${legend(scale, numbers)} <span class="small muted">${sharedBy}</span></p>`;

/** As many digits as tell small cells apart. */
export const shortly = (numbers: Numbers, value: number): string =>
  numbers.fixed(value, Number.isInteger(value) ? 0 : 2);

/** The single pictures of an opened map: input with its field, maps with their windows, kernels, what each adds, sum, result. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { CellRange } from '@convlens/geometry';
import { cellNumbers } from '../../parts/cell-numbers.js';
import { tensorCanvas } from '../../parts/tensor-canvas.js';
import { mapsOf } from '../../render/paint.js';
import type { Planes } from '../../render/paint.js';
import type { Scale } from '../../render/scale.js';
import { kernelPlane } from '../../trace/look-inside.js';
import type { Strand } from '../../trace/look-inside.js';
import { addedScale, kernelScale, sumScale } from './zoom-headings.js';
import type { ZoomPicture } from './zoom-picture.js';
import { styleOf } from '../../parts/style-of.js';

const canvas = (
  { palette }: ZoomPicture,
  planes: Planes | undefined,
  scale: Scale,
  label: string,
): TemplateResult =>
  html`<canvas
    class="pixels framed"
    role="img"
    aria-label=${label}
    ${tensorCanvas(planes, scale, palette.ramps)}
  ></canvas>`;

/** A rectangle of cells, in percent of its picture. */
function mark(
  { top, left, bottom, right }: CellRange,
  [height, width]: readonly [number, number],
  isThin = false,
): TemplateResult {
  const place = {
    left: `${(left / width) * 100}%`,
    top: `${(top / height) * 100}%`,
    width: `${((right - left) / width) * 100}%`,
    height: `${((bottom - top) / height) * 100}%`,
  };
  return html`<i class="mark ${isThin ? 'thin' : ''}" ${styleOf(place)}></i>`;
}

const cellRange = ({ row, column }: { readonly row: number; readonly column: number }): CellRange => ({
  top: row,
  left: column,
  bottom: row + 1,
  right: column + 1,
});

const onePlane = (values: ArrayLike<number>, [height, width]: readonly [number, number]): Planes =>
  mapsOf(values, [height, width, 1]);

/** One channel of a stage. */
function channelOf({ trace }: ZoomPicture, index: number, channel: number): Planes | undefined {
  const { size, count } = trace.stages[index]!;
  const values = trace.values(index);
  return values && { ...mapsOf(values, [size[0], size[1], count]), count: 1, offset: channel };
}

export function inputFigure(picture: ZoomPicture): TemplateResult {
  const { trace, view, words, numbers } = picture;
  const { size } = trace.stages[0]!;
  const { top, left, bottom, right } = view.field;
  const x = (column: number): string => `${(column / size[1]) * 100}%`;
  const y = (row: number): string => `${(row / size[0]) * 100}%`;
  const hole = `polygon(evenodd, 0 0, 100% 0, 100% 100%, 0 100%, 0 0, ${x(left)} ${y(top)}, ${x(right)} ${y(top)}, ${x(right)} ${y(bottom)}, ${x(left)} ${y(bottom)}, ${x(left)} ${y(top)})`;
  const label = `input, ${words.reach(numbers.integer(bottom - top), numbers.integer(right - left))}`;
  return html`${canvas(picture, channelOf(picture, 0, 0), trace.scale(0), label)}
    <div class="dimmer" ${styleOf({ clipPath: hole })}></div>
    ${mark(view.field, size)}`;
}

export function sourceFigure(picture: ZoomPicture, { from }: Pick<Strand, 'from'>): TemplateResult {
  const { trace, view, words, numbers } = picture;
  const index = view.cell.stage - 1;
  const label = words.map(trace.stages[index]!.name, numbers.integer(from));
  return html`${canvas(picture, channelOf(picture, index, from), trace.scale(index), label)}${mark(view.window, trace.stages[index]!.size, view.strands.length > 1)}`;
}

export function kernelFigure(picture: ZoomPicture, { from }: Pick<Strand, 'from'>): TemplateResult {
  const { trace, view, words, numbers, palette } = picture;
  const kernel = kernelPlane(trace, view.cell, from);
  if (!kernel) return html``;
  const scale = kernelScale(picture);
  const label = `${words.kernels} ${numbers.integer(from)}`;
  const shown =
    view.strands.length === 1
      ? cellNumbers(kernel.values, kernel.size, 26, scale, palette.ramps, numbers)
      : nothing;
  return html`${canvas(picture, onePlane(kernel.values, kernel.size), scale, label)}${shown}`;
}

export function addedFigure(picture: ZoomPicture, strand: Strand): TemplateResult {
  const { view, words, numbers } = picture;
  const label = `${words.adds}, ${numbers.integer(strand.from)}`;
  return html`${canvas(picture, onePlane(strand.added, view.stage.size), addedScale(view), label)}${mark(cellRange(view.cell), view.stage.size, true)}`;
}

export function sumFigure(picture: ZoomPicture): TemplateResult {
  const { view, words } = picture;
  if (!view.sums) return html``;
  const content = html`${canvas(picture, onePlane(view.sums, view.stage.size), sumScale(view), words.sumAndBias)}${numbersIn(picture, view.sums, sumScale(view))}`;
  return pickable(picture, content, false);
}

export function afterFigure(picture: ZoomPicture): TemplateResult {
  const { trace, view, title } = picture;
  const planes = channelOf(picture, view.cell.stage, view.cell.unit);
  const scale = trace.scale(view.cell.stage);
  const values =
    planes &&
    Float64Array.from(
      { length: planes.width * planes.height },
      (_, cell) => planes.values[cell * planes.cellStride + (planes.offset ?? 0)]!,
    );
  const content = html`${canvas(picture, planes, scale, title)}${values ? numbersIn(picture, values, scale) : nothing}`;
  return pickable(picture, content, true);
}

/** Where its cells are large enough to read. */
function numbersIn(
  { view, layout, palette, numbers }: ZoomPicture,
  values: ArrayLike<number>,
  scale: Scale,
): TemplateResult | typeof nothing {
  const { size } = view.stage;
  const cell = layout.mapSide / Math.max(...size);
  return cell >= 22 ? cellNumbers(values, size, cell, scale, palette.ramps, numbers) : nothing;
}

/** A large map whose cells can be pointed at; one of the two takes the keys. */
function pickable(picture: ZoomPicture, content: TemplateResult, takesKeys: boolean): TemplateResult {
  const { view, words, title, onPoint, onKey } = picture;
  const inner = html`${content}${mark(cellRange(view.cell), view.stage.size)}`;
  return takesKeys
    ? html`<div
        class="figure pickable whole"
        ${styleOf({ height: '100%' })}
        role="application"
        tabindex="0"
        aria-label="${title}. ${words.zoomKeys}"
        @pointermove=${onPoint}
        @pointerdown=${onPoint}
        @keydown=${onKey}
      >
        ${inner}
      </div>`
    : html`<div
        class="figure pickable"
        ${styleOf({ height: '100%' })}
        @pointermove=${onPoint}
        @pointerdown=${onPoint}
      >
        ${inner}
      </div>`;
}

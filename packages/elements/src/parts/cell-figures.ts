/** Where a number of a flattened tensor stands: its cell in its map, and the pixels that can reach it, lit on the input. */
import type { CellRange } from '@convlens/geometry';
import { html, nothing, svg } from 'lit';
import type { SVGTemplateResult, TemplateResult } from 'lit';
import { tensorCanvas } from './tensor-canvas.js';
import { mapsOf } from '../render/paint.js';
import type { Planes } from '../render/paint.js';
import type { Ramps } from '../render/scale.js';
import type { CellAddress } from '../trace/explain.js';
import { fieldCells } from '../scene/field.js';
import type { Trace } from '../trace/trace.js';

/** One channel of a stage of maps. */
function channelOf(trace: Trace, index: number, channel: number): Planes | undefined {
  const { size, count } = trace.stages[index]!;
  const values = trace.values(index);
  return values && { ...mapsOf(values, [size[0], size[1], count]), count: 1, offset: channel };
}

/** A rectangle of cells over a picture, what is outside it dimmed where it is a field. */
export function overlay(
  { top, left, bottom, right }: CellRange,
  [height, width]: readonly [number, number],
  isField = false,
  under: SVGTemplateResult | typeof nothing = nothing,
): TemplateResult {
  const hole = `M0 0H${width}V${height}H0ZM${left} ${top}V${bottom}H${right}V${top}Z`;
  const edge = `M${left} ${top}V${bottom}H${right}V${top}Z`;
  return html`<svg
    class="over"
    viewBox="0 0 ${width} ${height}"
    preserveAspectRatio="none"
    aria-hidden="true"
  >
    ${under}
    <path class=${isField ? 'dimmer' : 'none'} fill-rule="evenodd" d=${hole} />
    <path class="halo" d=${edge} />
    <path class="edge" d=${edge} />
  </svg>`;
}

/** What is left of the last line of a row that was broken into lines: no numbers, and not zeros. */
export const beyond = (count: number, columns: number, rows: number): SVGTemplateResult | typeof nothing =>
  count % columns === 0
    ? nothing
    : svg`<path class="beyond" d="M${count % columns} ${rows - 1}H${columns}V${rows}H${count % columns}Z" />`;

export const cellRange = (row: number, column: number): CellRange => ({
  top: row,
  left: column,
  bottom: row + 1,
  right: column + 1,
});

export function mapFigure(
  trace: Trace,
  { stage, unit, row, column }: CellAddress,
  ramps: Ramps,
  label: string,
): TemplateResult {
  return html`<div class="picture">
    <canvas
      class="pixels framed"
      role="img"
      aria-label=${label}
      ${tensorCanvas(channelOf(trace, stage, unit), trace.scale(stage), ramps)}
    ></canvas>
    ${overlay(cellRange(row, column), trace.stages[stage]!.size)}
  </div>`;
}

/** The input, its first channel where it has several, with the field of a cell of a map. */
export function fieldFigure(trace: Trace, cell: CellAddress, ramps: Ramps, label: string): TemplateResult {
  const field = fieldCells(trace.stages, cell);
  return html`<div class="picture">
    <canvas
      class="pixels framed"
      role="img"
      aria-label=${label}
      ${tensorCanvas(channelOf(trace, 0, 0), trace.scale(0), ramps)}
    ></canvas>
    ${field ? overlay(field, trace.stages[0]!.size, true) : overlay(cellRange(cell.row, cell.column), trace.stages[0]!.size)}
  </div>`;
}

/** Rows and columns of pixels that can reach a cell. */
export function fieldSize(trace: Trace, cell: CellAddress): readonly [height: number, width: number] {
  const field = fieldCells(trace.stages, cell);
  return field ? [field.bottom - field.top, field.right - field.left] : [1, 1];
}

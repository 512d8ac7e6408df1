/** The kernel, whose cells are fields. */
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { inkOn } from '../../render/oklab.js';
import { colourOf } from '../../render/scale.js';
import type { Ramps, Scale } from '../../render/scale.js';
import type { KernelMatrix } from './presets.js';
import { styleOf } from '../../parts/style-of.js';

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
  return html`<div class="fields framed" ${styleOf({ gridTemplateColumns: `repeat(${columns}, ${cell}px)` })}>
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
          ${styleOf({
            height: `${cell}px`,
            background: `rgb(${colour.map(Math.round).join(' ')})`,
            color: inkOn(colour),
          })}
        />`;
      },
    )}
  </div>`;
}

/** The row of numbers, and the line that says which number a cell has. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { legend } from '../../parts/legend.js';
import { tensorCanvas } from '../../parts/tensor-canvas.js';
import { mapsOf } from '../../render/paint.js';
import { beyond } from '../../parts/cell-figures.js';
import { indexFormula } from '../dense/origin.js';
import type { FlatPicture } from './flat-picture.js';

export interface VectorHandlers {
  readonly point: (event: PointerEvent) => void;
  readonly leave: (event: PointerEvent) => void;
  readonly choose: (event: MouseEvent) => void;
  readonly key: (event: KeyboardEvent) => void;
}

export function vectorFigure(picture: FlatPicture, on: VectorHandlers): TemplateResult {
  const { trace, place, values, rows: lines, scale, palette, words, numbers } = picture;
  const { name, count: channels } = trace.stages[place.flat]!;
  const { columns, rows } = lines;
  // What is left of the last line is drawn as nothing: zero is the page.
  const padded = trace.memo(`row ${place.flat} ${columns}`, () => {
    const all = new Float32Array(columns * rows);
    all.set(Array.from(values));
    return all;
  });
  const title = words.vectorTitle(name, numbers.integer(values.length));
  return html`<figure class="row-of-numbers">
    <figcaption><b>${title}</b>${legend(scale, numbers)}</figcaption>
    <div
      class="vector"
      part="vector"
      tabindex="0"
      role="group"
      aria-label="${title}. ${words.walk}"
      @pointermove=${on.point}
      @pointerleave=${on.leave}
      @click=${on.choose}
      @keydown=${on.key}
    >
      <canvas
        class="pixels framed"
        role="img"
        aria-label=${title}
        ${tensorCanvas(mapsOf(padded, [rows, columns, 1]), scale, palette.ramps)}
      ></canvas>
      ${marks(picture)}
    </div>
    <p class="small muted">${words.vectorNote(numbers.integer(channels))}</p>
  </figure>`;
}

/** The number, and the numbers of the same place in all maps where they stand in one line. */
function marks({ trace, place, values, rows: { columns, rows }, index }: FlatPicture): TemplateResult {
  const { count: channels } = trace.stages[place.flat]!;
  const box = (start: number, length: number): string => {
    const [row, column] = [Math.floor(start / columns), start % columns];
    return `M${column} ${row}h${length}v1h${-length}Z`;
  };
  const group = index - (index % channels);
  const isWhole = (group % columns) + channels <= columns;
  return html`<svg
    class="over"
    viewBox="0 0 ${columns} ${rows}"
    preserveAspectRatio="none"
    aria-hidden="true"
  >
    ${beyond(values.length, columns, rows)}
    <path class="group" d=${isWhole ? box(group, channels) : ''} />
    <path class="halo" d=${box(index, 1)} />
    <path class="edge" d=${box(index, 1)} />
  </svg>`;
}

/** A field for the number, and the formula with the numbers of its cell. */
export function indexLine(picture: FlatPicture, set: (typed: string) => void): TemplateResult {
  const { trace, place, values, index, refused, words, numbers } = picture;
  const stage = trace.stages[place.flat]!;
  const last = values.length - 1;
  return html`<div class="index" part="index">
      <label
        >${words.number}
        <input
          class="num"
          type="number"
          min="0"
          max=${last}
          step="1"
          aria-invalid=${refused === undefined ? 'false' : 'true'}
          .value=${String(index)}
          @change=${(event: Event) => set((event.target as HTMLInputElement).value)}
      /></label>
      <span class="num muted">= ${words.formula(String(stage.size[1]), String(stage.count))}</span>
      <span class="num">= ${indexFormula(stage, index)}</span>
    </div>
    ${
      refused === undefined
        ? nothing
        : html`<p class="note small" role="alert">${words.notANumber(refused, numbers.integer(last))}</p>`
    }`;
}

/** Input, kernel and output side by side, linked: what is pointed at in one is marked in the others. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { legend } from '../../parts/legend.js';
import { largestSize, scaleOfImage } from '../../render/scale.js';
import { cellUnder, valueGrid } from '../../parts/value-grid.js';
import type { Mark } from '../../parts/value-grid.js';
import { kernelFields } from './kernel-fields.js';
import type { Cell, Lab } from './lab.js';
import { links } from './links.js';
import type { Illegal, Solved } from './problem.js';

export function figures(lab: Lab): TemplateResult {
  const { answer, picture, kernel, settings: now, width, ramps, words, numbers, editing } = lab;
  const solved = 'output' in answer ? answer : undefined;
  const shown = solved ? solved.shown : picture;
  const isNarrow = width < 760;
  const inputCell = cellSize(shown.size[1], isNarrow ? width : width * 0.38);
  const [height, across] = [kernel.length, kernel[0]!.length];
  const kernelCell = Math.max(24, Math.min(56, Math.floor((isNarrow ? width : width * 0.2) / across)));
  const kernelScale = { kind: 'signed', limit: largestSize(kernel.flat()) } as const;
  const isPadded = shown !== picture;
  const inputScale = scaleOfImage(picture.values);
  const write = (weight: number): string => numbers.fixed(weight, Number.isInteger(weight) ? 0 : 2);
  const invalid = lab.refused;
  return html`<div class="figures">
    ${isNarrow ? nothing : links()}
    <div class="from">
      <p class="title">
        ${words.input}
        <span class="small muted num"
          >${words.size(...picture.size)}${isPadded ? `, ${words.paddedTo(...shown.size)}` : ''}</span
        >
      </p>
      <div
        class="pick"
        role="application"
        tabindex="0"
        aria-label="${words.input}. ${words.keys}"
        @keydown=${lab.onKey}
        @pointermove=${(event: PointerEvent) =>
          event.pointerType === 'mouse' && solved && lab.point(outputUnder(event, inputCell, lab, solved))}
        @click=${(event: PointerEvent) => solved && lab.pin(outputUnder(event, inputCell, lab, solved))}
      >
        ${valueGrid({
          picture: shown,
          scale: inputScale,
          ramps,
          cell: inputCell,
          marks: [
            ...(isPadded ? paddingMarks(picture.size, now.padding) : []),
            ...(solved && lab.cell ? windowMarks(lab) : []),
          ],
          label: `${words.input}, ${words.size(...picture.size)}`,
          numbers,
        })}
      </div>
      ${legend(inputScale, numbers)}
    </div>
    <div>
      <p class="title">${words.kernel} <span class="small muted">${words.edit}</span></p>
      <div
        role="group"
        aria-label="${words.kernel}, ${words.size(height, across)}"
        @change=${editing.onChange}
        @keydown=${editing.onKey}
        @pointerdown=${editing.onDown}
        @pointermove=${editing.onMove}
        @pointerup=${editing.onUp}
        @pointercancel=${editing.onUp}
      >
        ${kernelFields({ kernel, scale: kernelScale, ramps, cell: kernelCell, name: words.weight, write, wrong: invalid?.key })}
      </div>
      ${legend(kernelScale, numbers)}
      <label class="bias small muted"
        >${words.bias}<input
          class="num"
          type="number"
          step="0.1"
          .value=${String(Number(lab.bias.toFixed(4)))}
          @change=${(event: Event) => lab.setBias((event.target as HTMLInputElement).valueAsNumber)}
      /></label>
      ${invalid ? html`<p class="note small" role="alert">${words.notANumber(invalid.text)}</p>` : nothing}
    </div>
    <div class="to">${'output' in answer ? outputFigure(lab, answer) : illegal(lab, answer)}</div>
  </div>`;
}

function outputFigure(lab: Lab, { output }: Solved): TemplateResult {
  const { width, ramps, words, numbers } = lab;
  const cell = cellSize(output.size[1], width < 760 ? width : width * 0.34);
  const scale = { kind: 'signed', limit: largestSize(output.values) } as const;
  const at = (event: PointerEvent): Cell => cellUnder(event, cell, output.size);
  return html`<p class="title">
      ${words.output} <span class="small muted num">${words.size(...output.size)}</span>
    </p>
    <div
      class="pick"
      role="application"
      tabindex="0"
      aria-label="${words.output}. ${words.keys}"
      @keydown=${lab.onKey}
      @pointermove=${(event: PointerEvent) => event.pointerType === 'mouse' && lab.point(at(event))}
      @click=${(event: PointerEvent) => lab.pin(at(event))}
    >
      ${valueGrid({
        picture: output,
        scale,
        ramps,
        cell,
        marks: lab.cell ? [{ row: lab.cell[0], column: lab.cell[1], height: 1, width: 1, kind: 'mark' }] : [],
        label: `${words.output}, ${words.size(...output.size)}`,
        numbers,
      })}
    </div>
    ${legend(scale, numbers)}`;
}

const illegal = ({ words, set }: Lab, { error, nearest }: Illegal): TemplateResult =>
  html`<div class="illegal" role="alert">
    <p class="title">${words.illegal}</p>
    <p class="note">${error.message}</p>
    ${
      nearest
        ? html`<button
            type="button"
            class="button"
            part="nearest"
            @click=${() => set({ [nearest.name]: nearest.value })}
          >
            ${words.takeNearest(words.settings[nearest.name], nearest.value)}
          </button>`
        : nothing
    }
  </div>`;

const cellSize = (cells: number, available: number): number =>
  Math.max(1, Math.min(28, Math.floor(available / cells)));

/** The output cell whose window has its middle nearest to what is pointed at. */
function outputUnder(event: PointerEvent, cell: number, lab: Lab, { plan, shown }: Solved): Cell {
  const { settings: now } = lab;
  const place = cellUnder(event, cell, shown.size);
  const axis = (at: number, index: 0 | 1): number => {
    const half = ((plan.window[index] - 1) * plan.dilations[index]) / 2;
    const before = index === 0 ? plan.pads.top : plan.pads.left;
    const middle = now.isTransposed
      ? at * plan.strides[index] - before + half
      : (at - half) / plan.strides[index];
    return Math.max(0, Math.min(plan.output[index] - 1, Math.round(middle)));
  };
  return [axis(place[0], 0), axis(place[1], 1)];
}

const paddingMarks = ([height, width]: readonly [number, number], pad: number): readonly Mark[] => [
  { row: 0, column: 0, height: pad, width: width + 2 * pad, kind: 'padding' },
  { row: height + pad, column: 0, height: pad, width: width + 2 * pad, kind: 'padding' },
  { row: pad, column: 0, height, width: pad, kind: 'padding' },
  { row: pad, column: width + pad, height, width: pad, kind: 'padding' },
];

/** One frame round the window where its cells touch, else one round each of them. */
function windowMarks(lab: Lab): readonly Mark[] {
  const { cell, settings: now, kernel, terms } = lab;
  const [row, column] = cell!;
  const mark = (at: number, from: number, height: number, width: number): Mark => ({
    row: at,
    column: from,
    height,
    width,
    kind: 'mark',
  });
  if (now.isTransposed) return terms.flatMap(({ input }) => (input ? [mark(...input, 1, 1)] : []));
  const [top, left] = [row * now.stride, column * now.stride];
  if (now.dilation === 1) return [mark(top, left, kernel.length, kernel[0]!.length)];
  return terms.map(({ window: [down, right] }) =>
    mark(top + down * now.dilation, left + right * now.dilation, 1, 1),
  );
}

/** One way as a column: the map with what counts in it, or its gradient; what comes out; the figures. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { legend } from '../../parts/legend.js';
import { durationText } from './durations.js';
import type { Cell, Column, Lab } from './lab.js';

export function column(lab: Lab, each: Column): TemplateResult {
  const { words, numbers, settings, isGradient, inputSize } = lab;
  const { way, output } = each;
  const size = (height: number, width: number): string =>
    words.size(numbers.integer(height), numbers.integer(width));
  const name = words.ways[way];
  const given = lab.layer === undefined ? words.input : words.mapOf(lab.layer, numbers.integer(lab.channel));
  const inputName = isGradient ? words.gradientOf(given) : given;
  const [outHeight, outWidth] = output.map.shape;
  return html`<section class="column" data-way=${way} aria-label=${name}>
    <p class="title">${name}</p>
    <p class="small muted does">${words.does[way](numbers.integer(settings.windowSize ** 2))}</p>
    <p class="small muted">${inputName} <span class="num">${size(...inputSize)}</span></p>
    <div
      class="pick ${isGradient ? 'gradient' : ''}"
      role="application"
      tabindex="0"
      aria-label="${name}, ${inputName}. ${words.keys}"
      @keydown=${lab.onKey}
      @pointermove=${(event: PointerEvent) =>
        event.pointerType === 'mouse' && lab.point(outputUnder(event, lab))}
      @click=${(event: PointerEvent) => lab.pin(outputUnder(event, lab))}
    >
      <canvas
        class="num framed"
        data-map="input"
        role="img"
        aria-label="${name}, ${inputName}, ${size(...inputSize)}"
      ></canvas>
    </div>
    ${isGradient ? nothing : legend(each.input.scale, numbers)}
    <p class="small muted flow ${isGradient ? 'backward' : ''}">
      <span aria-hidden="true">${isGradient ? '⇡' : '↓'}</span> ${words.output}
      <span class="num">${size(outHeight, outWidth)}</span>
    </p>
    <div
      class="pick"
      role="application"
      tabindex="0"
      aria-label="${name}, ${words.output}. ${words.keys}"
      @keydown=${lab.onKey}
      @pointermove=${(event: PointerEvent) =>
        event.pointerType === 'mouse' && lab.point(cellOf(event, each, lab))}
      @click=${(event: PointerEvent) => lab.pin(cellOf(event, each, lab))}
    >
      <canvas
        class="num framed"
        data-map="output"
        role="img"
        aria-label="${name}, ${words.output}, ${size(outHeight, outWidth)}"
      ></canvas>
    </div>
    ${legend(output.scale, numbers)} ${figures(lab, each)} ${way === 'convolution' ? kernel(lab) : nothing}
  </section>`;
}

function figures(lab: Lab, { way, output, cost, change }: Column): TemplateResult {
  const { words, numbers, channels } = lab;
  const [height, width] = output.map.shape;
  const sizes = [height, width, ...(channels > 1 ? [channels] : [])].map((size) => numbers.integer(size));
  const besides = words.besides[way](numbers.integer(cost.besides));
  const rows = [
    [words.changed, words.changedOf(numbers.integer(change.changed), numbers.integer(change.cells)), ''],
    [words.mean, numbers.fixed(change.mean, 4), ''],
    [words.outputSize, sizes.join(' × '), ''],
    [words.parameters, numbers.integer(cost.parameters), parametersFrom(lab, way)],
    [words.multiplications, numbers.integer(cost.multiplications), besides],
    [words.time, durationText(lab, way), ''],
  ] as const;
  return html`<dl class="figures">
    ${rows.map(
      ([label, value, detail]) =>
        html`<div>
          <dt class="small muted">${label}</dt>
          <dd>
            <span class="num">${value}</span
            >${detail ? html` <span class="small muted detail">${detail}</span>` : nothing}
          </dd>
        </div>`,
    )}
  </dl>`;
}

const parametersFrom = ({ settings: { windowSize }, channels }: Lab, way: Column['way']): string =>
  way === 'convolution' ? `${windowSize}·${windowSize}·${channels}·${channels}` : '';

/** The weights, every one a field. */
function kernel(lab: Lab): TemplateResult {
  const { settings, words, numbers, editing, refused } = lab;
  return html`<div class="kernel" part="kernel">
    <p class="small muted">${words.kernel}</p>
    <div
      class="fields of-${settings.windowSize}"
      role="group"
      aria-label=${words.kernel}
      @change=${editing.onChange}
      @keydown=${editing.onKey}
      @pointerdown=${editing.onDown}
      @pointermove=${editing.onMove}
      @pointerup=${editing.onUp}
      @pointercancel=${editing.onUp}
    >
      ${settings.kernel.flatMap((weights, row) =>
        weights.map((weight, across) => {
          const key = `${row} ${across}`;
          return html`<input
            class="num"
            inputmode="decimal"
            autocomplete="off"
            data-cell=${key}
            aria-label=${words.weight(row, across)}
            aria-invalid=${refused?.key === key ? 'true' : 'false'}
            .value=${numbers.fixed(weight, Number.isInteger(weight) ? 0 : 2)}
          />`;
        }),
      )}
    </div>
    ${refused ? html`<p class="note small" role="alert">${words.notANumber(refused.text)}</p>` : nothing}
    <button type="button" class="text-button" ?disabled=${lab.isEqual} @click=${lab.useEqual}>
      ${words.equal}
    </button>
  </div>`;
}

/** The place under a pointer, as shares of width and height. */
function shareUnder(event: PointerEvent): readonly [down: number, right: number] {
  // Listened to where the map is drawn.
  const box = (event.currentTarget as Element).getBoundingClientRect();
  return [(event.clientY - box.top) / box.height, (event.clientX - box.left) / box.width];
}

const within = (at: number, count: number): number => Math.max(0, Math.min(count - 1, Math.floor(at)));

/** The output cell; of a map that is left as it is, that whose window the cell is in. */
function cellOf(event: PointerEvent, { way, output }: Column, lab: Lab): Cell {
  if (way === 'none') return outputUnder(event, lab);
  const [down, right] = shareUnder(event);
  const [height, width] = output.map.shape;
  return [within(down * height, height), within(right * width, width)];
}

/** The output cell whose window has its middle nearest to the cell of the input. */
function outputUnder(event: PointerEvent, { inputSize, settings, solved }: Lab): Cell {
  const [down, right] = shareUnder(event);
  const middle = (at: number, axis: 0 | 1): number =>
    Math.round(
      (within(at * inputSize[axis], inputSize[axis]) - (settings.windowSize - 1) / 2) / settings.stride,
    );
  const { output } = solved.plan;
  return [within(middle(down, 0), output[0]), within(middle(right, 1), output[1])];
}

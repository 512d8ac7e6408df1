/** The kernel of one channel, to be edited, with the bias below the first. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { legend } from '../../parts/legend.js';
import type { Scale } from '../../render/scale.js';
import { channelName } from './channel-names.js';
import { kernelFields } from './kernel-fields.js';
import type { Lab } from './lab.js';

export function kernelFigure(
  lab: Lab,
  plane: number,
  cell: number,
  scale: Scale,
  isFirst: boolean,
): TemplateResult {
  const { problem, ramps, words, numbers, image } = lab;
  const kernel = problem.kernels[plane]!;
  const editing = lab.actions.editingOf(plane);
  const isOneOfMany = image.planes.length > 1;
  const write = (weight: number): string => numbers.fixed(weight, Number.isInteger(weight) ? 0 : 2);
  const size = words.size(kernel.length, kernel[0]!.length);
  const wrong = lab.plane === plane ? lab.refused : undefined;
  return html`<p class="title">
      ${words.kernel} ${isFirst ? html`<span class="small muted">${words.edit}</span>` : nothing}
    </p>
    <div
      role="group"
      aria-label=${isOneOfMany ? `${words.kernelOf(channelName(lab, plane))}, ${size}` : `${words.kernel}, ${size}`}
      @change=${editing.onChange}
      @keydown=${editing.onKey}
      @pointerdown=${editing.onDown}
      @pointermove=${editing.onMove}
      @pointerup=${editing.onUp}
      @pointercancel=${editing.onUp}
    >
      ${kernelFields({ kernel, scale, ramps, cell, name: words.weight, write, wrong: wrong?.key })}
    </div>
    ${isFirst ? html`${legend(scale, numbers)} ${biasField(lab)}` : nothing}
    ${wrong ? html`<p class="note small" role="alert">${words.notANumber(wrong.text)}</p>` : nothing}`;
}

const biasField = (lab: Lab): TemplateResult =>
  html`<label class="bias-field small muted"
    >${lab.words.bias}<input
      class="num"
      type="number"
      step="0.1"
      .value=${String(Number(lab.problem.bias.toFixed(4)))}
      @change=${(event: Event) => lab.actions.setBias((event.target as HTMLInputElement).valueAsNumber)}
  /></label>`;

/** The lab as a template: what can be chosen, what the weights make of it, the map on its way through the curve. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import { activationFunctions } from '@convlens/geometry';
import type { ActivationName } from '@convlens/types';
import { choice, stepper } from '../../parts/settings.js';
import { largestSize } from '../../render/scale.js';
import type { Scale } from '../../render/scale.js';
import type { Values } from '../../trace/trace.js';
import { curveFigure, curveIcon } from './curve-figure.js';
import type { Lab } from './lab.js';
import { isOfLayer } from './lab.js';
import { linearView } from './linear-view.js';
import { cellAt, mapFigure, planeOf, scaleOf, shortly } from './map-figure.js';
import { quietCells } from './study.js';
import type { Study } from './study.js';

const functions: readonly ActivationName[] = ['linear', 'relu', 'leakyRelu', 'tanh', 'sigmoid'];
/** As many cells in a row have room for their numbers. */
const mostWritten = 10;

export const labView = (lab: Lab): TemplateResult =>
  html`${settings(lab)} ${notes(lab)} ${figures(lab)} ${sentence(lab)} ${linearView(lab)}`;

function settings(lab: Lab): TemplateResult {
  const { study, layers, words, look } = lab;
  const own = isOfLayer(study) ? study : undefined;
  return html`<div class="settings">
    <div class="setting">
      <span class="small muted" id="choose">${words.choose}</span>
      <div class="functions" role="group" aria-labelledby="choose">
        ${functions.map(
          (name) =>
            html`<button
              type="button"
              class="function"
              data-function=${name}
              aria-pressed=${name === study.activation}
              @click=${() => lab.choose(name)}
            >
              ${curveIcon(name)}${words.activations[name]}
            </button>`,
        )}
      </div>
    </div>
    ${
      lab.where
        ? choice(words.where, lab.where, words.wheres, false, (where) => lab.setWhere(where))
        : nothing
    }
    ${
      own && layers.length > 1
        ? choice(
            words.layer,
            own.layer,
            Object.fromEntries(layers.map((name) => [name, name])),
            false,
            (layer) => look({ layer, unit: 0 }),
          )
        : nothing
    }
    ${own && own.units > 1 ? stepper(words.map, own.unit, [0, own.units - 1], words, (unit) => look({ unit })) : nothing}
  </div>`;
}

function notes({ study, changed, refusal, canTrain, words, retrain }: Lab): TemplateResult {
  const names = changed && [
    ...changed.activations.map((name) => words.activations[name]),
    ...changed.poolings.map((name) => words.poolingNames[name]),
  ];
  return html`${refusal === undefined ? nothing : html`<p class="note" role="alert">${words.refused(refusal)}</p>`}
  ${
    names
      ? html`<div class="advice" part="advice" role="status">
          <p class="note">${words.learned(names.join(words.and))}</p>
          <button type="button" class="button" part="retrain" ?disabled=${!canTrain} @click=${retrain}>
            ${words.retrain}
          </button>
        </div>`
      : nothing
  }
  ${
    isOfLayer(study) && !study.isRecorded
      ? html`<p class="note" part="note">${words.workedOut(study.layer, words.activations[study.own])}</p>`
      : nothing
  }`;
}

function figures(lab: Lab): TemplateResult {
  const { study, cell, words, numbers } = lab;
  const { before, after, size, activation } = study;
  const scale = {
    kind: 'signed',
    limit: Math.max(largestSize(before), largestSize(after)),
  } as const;
  const isRow = size[1] > 4 * size[0];
  return html`<div class=${classMap({ figures: true, row: isRow })}>
    ${side(lab, 'before', words.before, before, scale)}
    ${curveFigure(study, cell[0] * size[1] + cell[1], words, numbers)}
    ${side(lab, 'after', words.after(functionName(activation, words)), after, scale)}
  </div>`;
}

function side(
  { study, cell, ramps, words, numbers, point, walk }: Lab,
  name: string,
  title: string,
  values: Values,
  scale: Scale,
): TemplateResult {
  const { size } = study;
  const isWritten = size[0] === 1 && size[1] <= mostWritten;
  const what = `${title}, ${nameOf(study, words)}`;
  return html`<div class=${name}>
    <p class="title">${title} <span class="small muted">${nameOf(study, words)}</span></p>
    <div
      class="pick"
      role="application"
      tabindex="0"
      aria-label="${what}. ${words.keys}"
      @keydown=${(event: KeyboardEvent) => {
        if (walk(event.key)) event.preventDefault();
      }}
      @pointermove=${(event: PointerEvent) => event.pointerType === 'mouse' && point(cellAt(event, size))}
      @click=${(event: MouseEvent) => point(cellAt(event, size))}
    >
      ${mapFigure({
        planes: planeOf(values, size),
        scale,
        ramps,
        label: `${what}, ${size[0]} × ${size[1]}`,
        cell,
        write: isWritten ? (value) => shortly(numbers, value) : undefined,
      })}
    </div>
    ${scaleOf(scale, words.bothMaps, numbers)}
  </div>`;
}

/** Undefined where there is none. */
const functionName = (activation: ActivationName, words: Lab['words']): string | undefined =>
  activation === 'linear' ? undefined : words.activations[activation];

const nameOf = (study: Study, words: Lab['words']): string =>
  isOfLayer(study)
    ? words.mapOf(study.layer, study.units > 1 ? study.unit : undefined)
    : study.size[0] > 1
      ? words.edges
      : words.sample;

function sentence({ study, cell, words, numbers, live }: Lab): TemplateResult {
  const { before, after, size, activation } = study;
  const index = cell[0] * size[1] + cell[1];
  const [sum, value] = [before[index]!, after[index]!];
  const slope = activationFunctions[activation].derivative(sum);
  return html`<p class="readout" part="readout" aria-live=${live}>
      ${words.sentence(
        `[${cell.join(', ')}]`,
        numbers.fixed(sum, 3),
        numbers.fixed(value, 3),
        functionName(activation, words),
        numbers.fixed(slope, 3),
      )}
    </p>
    <p class="note quiet">
      ${words.quiet(numbers.integer(quietCells(study)), numbers.integer(before.length))}
    </p>`;
}

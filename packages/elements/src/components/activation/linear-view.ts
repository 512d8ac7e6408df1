/** What is left of a network without functions: a maximum that still bends, or templates and one kernel. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { stepper } from '../../parts/settings.js';
import { table } from '../../parts/table-twin.js';
import { LinearError } from '../../linear/errors.js';
import { mapsOf } from '../../render/paint.js';
import { largestSize } from '../../render/scale.js';
import { largestDifference } from './answers.js';
import type { Templates } from './answers.js';
import type { Lab, LinearPart } from './lab.js';
import { mapFigure, planeOf, scaleOf } from './map-figure.js';

type Linear = Extract<LinearPart, { readonly kind: 'linear' }>;

/** So fine that float32 and float64 can be told apart. */
const fine = 7;
const finely = (difference: number, { words, numbers }: Lab): string =>
  difference < 10 ** -fine ? words.below(numbers.fixed(10 ** -fine, fine)) : numbers.fixed(difference, fine);

export function linearView(lab: Lab): TemplateResult | typeof nothing {
  const { linear, words } = lab;
  if (!linear) return nothing;
  return html`<div class="linear" part="linear" role="group" aria-labelledby="linear">
    <p class="heading" id="linear">${words.linear}</p>
    ${contentOf(lab, linear)}
  </div>`;
}

function contentOf(lab: Lab, linear: LinearPart): unknown {
  switch (linear.kind) {
    case 'maxima':
      return maxima(lab, linear);
    case 'training':
      return html`<p class="note">${lab.words.training}</p>`;
    case 'linear':
      return [templates(lab, linear), oneKernel(lab, linear)];
    default:
      return linear satisfies never;
  }
}

const maxima = (
  { words, average }: Lab,
  { bends, canAverage }: Extract<LinearPart, { readonly kind: 'maxima' }>,
): TemplateResult =>
  html`<div class="advice">
    <p class="note">${words.maximum(bends.map(({ layer }) => layer))}</p>
    ${
      canAverage
        ? html`<button type="button" class="button" part="average" @click=${average}>
            ${words.average}
          </button>`
        : nothing
    }
  </div>`;

function templates(lab: Lab, linear: Linear): TemplateResult | typeof nothing {
  const { words, numbers, ramps } = lab;
  const made = linear.templates;
  if (!made) return nothing;
  if (made instanceof LinearError) return html`<p class="note" role="alert">${made.message}</p>`;
  const scale = { kind: 'signed', limit: Math.max(...made.templates.map(largestSize)) } as const;
  const best = made.scores ? made.scores.indexOf(Math.max(...made.scores)) : -1;
  return html`<p class="note">${words.templates(numbers.integer(made.templates.length))}</p>
    <ol class="templates">
      ${made.templates.map((values, index) => {
        const name = linear.classNames[index] ?? numbers.integer(index);
        return html`<li class=${index === best ? 'best' : ''}>
          ${mapFigure({ planes: mapsOf(values, linear.inputShape), scale, ramps, label: words.template(name) })}
          <p class="small">
            <b>${name}</b>
            ${made.scores ? html`<span class="num">${words.score(numbers.signed(made.scores[index]!, 2))}</span>` : nothing}
            <span class="num muted">${words.bias(numbers.signed(made.biases[index]!, 2))}</span>
          </p>
        </li>`;
      })}
    </ol>
    ${scaleOf(scale, words.allTemplates, numbers)}
    <p class="note" part="agreement">
      ${
        made.scores && made.truth
          ? words.agreement(finely(largestDifference(made.scores, made.truth), lab))
          : words.noInput
      }
    </p>
    ${lab.isTable ? scoresTable(lab, linear, made) : nothing}`;
}

function scoresTable({ words, numbers }: Lab, { classNames }: Linear, made: Templates): TemplateResult {
  const { templates: all, biases, scores, truth } = made;
  const write = (value: number | undefined): string => (value === undefined ? '' : numbers.fixed(value, 4));
  // A region that scrolls must be reachable by keyboard.
  return html`<div class="twin scores" tabindex="0" role="region" aria-label=${words.scoresTable}>
    ${table({
      caption: words.scoresTable,
      head: words.scoresHead,
      rows: all.map((_, index) => [
        classNames[index] ?? numbers.integer(index),
        write(biases[index]),
        write(scores?.[index]),
        write(truth?.[index]),
      ]),
    })}
  </div>`;
}

function oneKernel(
  lab: Lab,
  { kernel, kernelUnit, plane, comparison }: Linear,
): TemplateResult | typeof nothing {
  if (!kernel || !plane) return nothing;
  const { words, numbers, ramps, lookAtKernel } = lab;
  const { from, to, between, strides, border } = kernel;
  const [height, width, channels, filters] = kernel.filter.shape;
  const weights = { kind: 'signed', limit: largestSize(plane) } as const;
  const cells = border.reduce((sum, cell) => sum + cell, 0);
  const scale =
    comparison &&
    ({ kind: 'signed', limit: Math.max(largestSize(comparison.two), largestSize(comparison.one)) } as const);
  return html`<p class="heading">${words.oneKernel}</p>
    <p class="note">${words.kernel(from, to, `${height} × ${width}`, strides[0], between.join(', '))}</p>
    <div class="settings">
      ${stepper(`${to}, ${words.map}`, kernelUnit, [0, filters - 1], words, lookAtKernel)}
    </div>
    <div class="kernel" part="kernel">
      <div>
        <p class="title">${words.kernelOf(kernelUnit)}</p>
        ${mapFigure({ planes: mapsOf(plane, [height, width, channels]), scale: weights, ramps, label: words.kernelOf(kernelUnit) })}
        ${scaleOf(weights, words.thisKernel, numbers)}
      </div>
      ${
        comparison && scale
          ? (
              [
                ['byTwo', comparison.two],
                ['byOne', comparison.one],
              ] as const
            ).map(
              ([way, map]) =>
                html`<div>
                  <p class="title">${words[way]}</p>
                  ${mapFigure({ planes: planeOf(map, kernel.output), scale, ramps, label: words[way], hatched: border })}
                  ${scaleOf(scale, words.bothMaps, numbers)}
                </div>`,
            )
          : nothing
      }
    </div>
    ${
      comparison
        ? html`<p class="note" part="kernel-agreement">
            ${words.inside(finely(comparison.inside, lab))}
            ${
              cells > 0
                ? words.border(
                    numbers.integer(cells),
                    numbers.integer(border.length),
                    to,
                    numbers.fixed(comparison.atBorder, 3),
                  )
                : words.noBorder
            }
          </p>`
        : nothing
    }`;
}

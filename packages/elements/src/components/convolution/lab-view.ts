/** The lab as a template, from top to bottom: what can be turned, the three grids, the scrubber, the sum. */
import { html, nothing, svg } from 'lit';
import type { SVGTemplateResult, TemplateResult } from 'lit';
import { largestSize, scaleOfImage } from '../../render/scale.js';
import { outputFormula } from '../../parts/output-formula.js';
import { choice, stepper, toggle } from '../../parts/settings.js';
import { equation, sumFigure } from '../../parts/sum-figure.js';
import { chips, presetChips } from './chips.js';
import type { Lab } from './lab.js';
import { figures } from './lab-figures.js';
import { ranges } from './problem.js';
import type { Solved } from './problem.js';

export const labView = (lab: Lab): TemplateResult =>
  html`${
    lab.learned.length > 0 ? chips(lab.learned, lab.kernel, lab.ramps, lab.words.learned, lab.take) : nothing
  }
  ${chips(presetChips(lab.words), lab.kernel, lab.ramps, lab.words.classic, lab.take)} ${settings(lab)}
  ${figures(lab)} ${'output' in lab.answer ? chosen(lab, lab.answer) : nothing}`;

function settings(lab: Lab): TemplateResult {
  const { kernel, settings: now, answer, picture, words, set, resize } = lab;
  const [height, width] = [kernel.length, kernel[0]!.length];
  const plan = 'plan' in answer ? answer.plan : undefined;
  const turn = (name: 'stride' | 'padding' | 'dilation'): TemplateResult =>
    stepper(words.settings[name], now[name], ranges[name], words, (value) => set({ [name]: value }));
  return html`<div class="settings">
    ${
      lab.channels > 1
        ? stepper(words.channel, lab.channel, [0, lab.channels - 1], words, (channel) => set({ channel }))
        : nothing
    }
    ${stepper(words.settings.rows, height, [1, 11], words, (rows) => resize(rows, width))}
    ${stepper(words.settings.columns, width, [1, 11], words, (columns) => resize(height, columns))}
    ${turn('stride')} ${turn('padding')}
    ${choice(words.paddingMode, now.paddingMode, words.modes, now.isTransposed, (paddingMode) => set({ paddingMode }))}
    ${turn('dilation')} ${toggle(words.transposed, now.isTransposed, (transposed) => set({ transposed }))}
    ${toggle(words.flipped, now.isFlipped, (flipped) => set({ flipped }))}
    ${outputFormula(
      {
        input: picture.size[0],
        padding: 2 * now.padding,
        dilation: now.dilation,
        window: height,
        stride: now.stride,
        output: plan?.output[0],
        isTransposed: now.isTransposed,
      },
      now.isTransposed ? words.transposedFormula : words.formula,
    )}
  </div>`;
}

function chosen(lab: Lab, { output, plan }: Solved): TemplateResult {
  const { cell, terms, kernel, bias, ramps, words, numbers, picture } = lab;
  if (!cell) return html`${nothing}`;
  const [row, column] = cell;
  const width = output.size[1];
  const index = row * width + column;
  const value = output.values[index]!;
  const sum = {
    terms,
    kernelSize: plan.window,
    bias,
    value,
    pixelScale: scaleOfImage(picture.values),
    kernelScale: { kind: 'signed', limit: largestSize(kernel.flat()) } as const,
    ramps,
    words,
    numbers,
  };
  const withPadding = terms.filter(({ input }) => input === undefined).length;
  const place = words.cellOf(numbers.integer(index + 1), numbers.integer(output.values.length));
  return html`<div class="scrubber">
      <div class="buttons">
        ${iconButton(words.back, backIcon, () => lab.walk(-1))}
        ${iconButton(lab.isPlaying ? words.pause : words.play, lab.isPlaying ? pauseIcon : playIcon, lab.togglePlaying)}
        ${iconButton(words.next, nextIcon, () => lab.walk(1))}
      </div>
      <input
        type="range"
        aria-label=${words.place}
        aria-valuetext="[${row}, ${column}], ${place}"
        min="0"
        max=${output.values.length - 1}
        .value=${String(index)}
        @input=${(event: Event) => lab.goTo((event.target as HTMLInputElement).valueAsNumber)}
      />
      <span class="where small"
        ><span class="num">[${row}, ${column}]</span>
        <span class="muted">${place}${lab.isPinned ? `, ${words.pinned}` : ''}</span></span
      >
    </div>
    ${sumFigure(sum)} ${equation(sum)}
    <p class="readout" part="readout" aria-live=${lab.isPlaying ? 'off' : lab.live}>
      ${words.sentence(row, column, numbers.fixed(value, 3), numbers.integer(terms.length), numbers.integer(withPadding))}
    </p>`;
}

const iconButton = (label: string, icon: SVGTemplateResult, press: () => void): TemplateResult =>
  html`<button type="button" class="button icon" aria-label=${label} title=${label} @click=${press}>
    ${icon}
  </button>`;
const icon = (path: string): SVGTemplateResult =>
  svg`<svg viewBox="0 0 16 16" aria-hidden="true"><path d=${path} /></svg>`;
const backIcon = icon('M13 3v10L6 8zM3 3h2v10H3z');
const nextIcon = icon('M3 3v10l7-5zM11 3h2v10h-2z');
const playIcon = icon('M4 2.5v11l9-5.5z');
const pauseIcon = icon('M4 3h3v10H4zM9 3h3v10H9z');

/** The lab as a template, from top to bottom: what can be turned, the columns, the sums of the chosen cell. */
import { html, nothing, svg } from 'lit';
import type { SVGTemplateResult, TemplateResult } from 'lit';
import { outputFormula } from '../../parts/output-formula.js';
import { stepper, toggle } from '../../parts/settings.js';
import { column } from './column-view.js';
import type { Lab } from './lab.js';
import type { Direction } from './pooling.messages.js';
import { resultText, sums } from './sums.js';
import { windowSizes } from './ways.js';

export const mostStride = 4;

export const poolingView = (lab: Lab): TemplateResult =>
  html`${settings(lab)}
    <div class="columns of-${lab.across} ${lab.isTight ? 'tight' : ''}">
      ${lab.columns.map((each) => column(lab, each))}
    </div>
    ${notes(lab)} ${chosen(lab)}`;

function settings(lab: Lab): TemplateResult {
  const { settings: now, channels, channel, solved, inputSize, isGradient, words, set } = lab;
  return html`<div class="settings">
    ${channels > 1 ? stepper(words.channel, channel, [0, channels - 1], words, lab.choose) : nothing}
    ${stepper(words.settings.windowSize, now.windowSize, windowSizes, words, (windowSize) => set({ windowSize }))}
    ${stepper(words.settings.stride, now.stride, [1, mostStride], words, (stride) => set({ stride }))}
    ${shiftPad(lab)} ${toggle(words.gradient, isGradient, (gradient) => set({ gradient }))}
    <button type="button" class="button" part="measure" ?disabled=${lab.isMeasuring} @click=${lab.measure}>
      ${lab.isMeasuring ? words.measuring : words.measure}
    </button>
    ${outputFormula(
      {
        input: inputSize[0],
        padding: 0,
        dilation: 1,
        window: now.windowSize,
        stride: now.stride,
        output: solved.plan.output[0],
        isTransposed: false,
      },
      words.formula,
    )}
  </div>`;
}

function shiftPad({ words, shift, shiftBy, putBack, onShiftKey }: Lab): TemplateResult {
  const button = (direction: Direction, [down, right]: readonly [number, number]): TemplateResult =>
    html`<button
      type="button"
      class="button icon"
      aria-label=${words.directions[direction]}
      title=${words.directions[direction]}
      @click=${() => shiftBy(down, right)}
    >
      ${arrows[direction]}
    </button>`;
  return html`<div class="setting">
    <span class="small muted">${words.shift}</span>
    <span class="pad" role="group" aria-label=${words.shiftKeys} @keydown=${onShiftKey}>
      ${button('left', [0, -1])} ${button('up', [-1, 0])} ${button('down', [1, 0])} ${button('right', [0, 1])}
      <button type="button" class="button" ?disabled=${shift[0] === 0 && shift[1] === 0} @click=${putBack}>
        ${words.back}
      </button>
    </span>
  </div>`;
}

function notes(lab: Lab): TemplateResult {
  const { words, numbers, shift, columns, channels, isGradient, gradientScale, inputSize } = lab;
  const isShifted = shift[0] !== 0 || shift[1] !== 0;
  const size = words.size(numbers.integer(inputSize[0]), numbers.integer(inputSize[1]));
  const changes = columns.map(({ way, change: { changed, cells, mean } }) =>
    words.changeOf(words.ways[way], numbers.integer(changed), numbers.integer(cells), numbers.fixed(mean, 3)),
  );
  const isTimed = Object.keys(lab.times).length > 0;
  return html`<p class="readout" part="shift-readout" aria-live=${lab.live}>
      ${isShifted ? `${words.shiftedBy(numbers.signed(shift[0], 0), numbers.signed(shift[1], 0))} ${changes.join('; ')}.` : words.notShifted}
    </p>
    <p class="small muted" part="note">
      ${
        isGradient
          ? html`${words.gradientNote(lab.isPinned ? `[${lab.cell.join(', ')}]` : undefined)}
            ${gradientLegend(numbers.fixed(gradientScale.limit, gradientScale.limit < 10 ? 2 : 0))}`
          : words.dotsNote
      }
      ${channels > 1 ? words.overAll(numbers.integer(channels)) : nothing}
      ${lab.recordedAt === undefined ? nothing : words.recorded(lab.recordedAt)}
    </p>
    <p class="small muted" part="timed" aria-live="polite">
      ${isTimed ? words.timed(words.maps(numbers.integer(channels), size)) : nothing}
    </p>`;
}

const gradientLegend = (end: string): TemplateResult =>
  html`<span class="legend" dir="ltr"
    ><span class="num">−${end}</span><i class="gradient"></i><span class="num">+${end}</span></span
  >`;

function chosen(lab: Lab): TemplateResult {
  const { cell, columns, isPinned, words, numbers, live } = lab;
  const [row, across] = cell;
  const values = columns.flatMap((each) => {
    const result = resultText(each, cell, numbers);
    return result === undefined ? [] : [`${words.ways[each.way]} ${result}`];
  });
  return html`<p class="title chosen">
      ${words.cell(row, across)}
      ${isPinned ? html`<span class="small muted">${words.pinned}</span>` : nothing}
    </p>
    ${sums(lab)}
    <p class="readout visually-hidden" part="readout" aria-live=${live}>
      ${words.sentence(row, across, values.join(', '))}
    </p>`;
}

const icon = (path: string): SVGTemplateResult =>
  svg`<svg viewBox="0 0 16 16" aria-hidden="true"><path d=${path} /></svg>`;
const arrows: Readonly<Record<Direction, SVGTemplateResult>> = {
  up: icon('M8 3l5 6H9.5v4h-3V9H3z'),
  down: icon('M8 13l5-6H9.5V3h-3v4H3z'),
  left: icon('M3 8l6-5v3.5h4v3H9V13z'),
  right: icon('M13 8L7 3v3.5H3v3h4V13z'),
};

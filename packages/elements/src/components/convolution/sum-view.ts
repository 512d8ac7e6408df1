/** The chosen cell: the scrubber that leads to it, the products of one channel, what the channels add, and all of it in a sentence. */
import { html, nothing, svg } from 'lit';
import type { SVGTemplateResult, TemplateResult } from 'lit';
import { equation, sumFigure } from '../../parts/sum-figure.js';
import { termList } from '../../parts/term-rows.js';
import { largestSize } from '../../render/scale.js';
import { channelName, outputName } from './channel-names.js';
import { perGroup } from './lab.js';
import type { Cell, Lab } from './lab.js';
import type { Solved } from './problem.js';

export function chosen(lab: Lab, solved: Solved): TemplateResult {
  const { cell, plane, map, terms, problem, image, words, numbers } = lab;
  if (!cell) return html`${nothing}`;
  const output = solved.outputs[map]!;
  const index = cell[0] * output.size[1] + cell[1];
  const value = output.values[index]!;
  const part = solved.partials[plane]?.values[index];
  const isSummed = part !== undefined;
  const sum = {
    terms,
    kernelSize: solved.plan.window,
    // Of several channels the bias is added to their sum, and to none of them alone.
    bias: isSummed ? 0 : problem.bias,
    value: part ?? value,
    pixelScale: image.scale,
    kernelScale: { kind: 'signed', limit: largestSize(problem.kernels.flat(2)) } as const,
    ramps: lab.rampsOf(plane),
    words,
    numbers,
  };
  return html`${scrubber(lab, index, output.values.length, cell)}
    ${isSummed ? html`<p class="title of-channel">${words.productsOf(channelName(lab, plane))}</p>` : nothing}
    ${sumFigure(sum)} ${equation(sum)} ${isSummed ? channelSums(lab, solved, index, value) : nothing}
    <p class="readout" part="readout" aria-live=${lab.isPlaying ? 'off' : lab.live}>
      ${sentence(lab, cell, value, isSummed)}
    </p>`;
}

function sentence(lab: Lab, [row, column]: Cell, value: number, isSummed: boolean): string {
  const { words, numbers, terms, map } = lab;
  const name = outputName(lab, map);
  const written = numbers.fixed(value, 3);
  const count = numbers.integer(terms.length);
  if (isSummed)
    return words.summedSentence(name, row, column, written, numbers.integer(perGroup(lab)), count);
  const withPadding = terms.filter(({ input }) => input === undefined).length;
  return words.sentence(name, row, column, written, count, numbers.integer(withPadding));
}

/** What each channel of the group adds, and the bias: the output cell. */
function channelSums(lab: Lab, { partials }: Solved, index: number, value: number): TemplateResult {
  const { words, numbers, problem, map, image } = lab;
  const size = perGroup(lab);
  const planes = Array.from({ length: size }, (_, at) => map * size + at);
  return html`<p class="title of-channel">${words.channelsAddedUp}</p>
    ${termList({
      label: words.channelsAddedUp,
      terms: planes.map((plane) => ({
        index: plane,
        name: channelName(lab, plane),
        factors: words.countOfProducts(numbers.integer(lab.terms.length)),
        amount: partials[plane]!.values[index]!,
        isChosen: plane === lab.plane,
      })),
      rest: undefined,
      bias: { name: words.bias, amount: problem.bias },
      sum: { name: outputName(lab, map), amount: value },
      numbers,
      choose: (plane) => lab.actions.set({ channel: image.first + plane }),
    })}`;
}

function scrubber(lab: Lab, index: number, count: number, [row, column]: Cell): TemplateResult {
  const { words, numbers } = lab;
  const place = words.cellOf(numbers.integer(index + 1), numbers.integer(count));
  return html`<div class="scrubber">
    <div class="buttons">
      ${iconButton(words.back, backIcon, () => lab.actions.walk(-1))}
      ${iconButton(lab.isPlaying ? words.pause : words.play, lab.isPlaying ? pauseIcon : playIcon, lab.actions.togglePlaying)}
      ${iconButton(words.next, nextIcon, () => lab.actions.walk(1))}
    </div>
    <input
      type="range"
      aria-label=${words.place}
      aria-valuetext="[${row}, ${column}], ${place}"
      min="0"
      max=${count - 1}
      .value=${String(index)}
      @input=${(event: Event) => lab.actions.goTo((event.target as HTMLInputElement).valueAsNumber)}
    />
    <span class="where small"
      ><span class="num">[${row}, ${column}]</span>
      <span class="muted">${place}${lab.isPinned ? `, ${words.pinned}` : ''}</span></span
    >
  </div>`;
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

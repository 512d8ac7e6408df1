/** The arithmetic of one output cell: window, kernel and products as pictures, the running sum as bars, all of it as a line. */
import { html, nothing, svg } from 'lit';
import type { TemplateResult } from 'lit';
import type { ConvolutionTerm } from '@convlens/geometry';
import type { Numbers } from '../messages/numbers.js';
import { largestSize } from '../render/scale.js';
import type { Ramps, Scale } from '../render/scale.js';
import { cellUnder, valueGrid } from './value-grid.js';
import type { Mark, ValueGrid } from './value-grid.js';

export interface SumMessages {
  readonly window: string;
  readonly kernel: string;
  readonly products: string;
  readonly runningSum: string;
}

/** One product and its place in the window. */
export type SumTerm = Pick<ConvolutionTerm, 'window' | 'value' | 'weight' | 'product'>;

export interface SumFigure {
  readonly terms: readonly SumTerm[];
  readonly kernelSize: readonly [height: number, width: number];
  readonly bias: number;
  readonly value: number;
  readonly pixelScale: Scale;
  readonly kernelScale: Scale;
  readonly ramps: Ramps;
  readonly words: SumMessages;
  readonly numbers: Numbers;
  /** Where each product can be chosen: the chosen place in the window, row-major, and what to do with another. */
  readonly choice?: SumChoice;
}

export interface SumChoice {
  readonly chosen: number;
  readonly choose: (place: number) => void;
  /** How to walk in the window, for those who use keys. */
  readonly keys: string;
}

export function sumFigure(figure: SumFigure): TemplateResult {
  const { terms, kernelSize, pixelScale, kernelScale, ramps, words, numbers } = figure;
  const [height, width] = kernelSize;
  const cell = height <= 3 && width <= 3 ? 40 : Math.max(height, width) <= 5 ? 28 : 22;
  const picture = (what: (term: SumTerm) => number, scale: Scale, label: string): TemplateResult => {
    const values = new Float64Array(height * width);
    for (const term of terms) values[term.window[0] * width + term.window[1]] = what(term);
    const marks = figure.choice ? [markAt(figure.choice.chosen, width)] : [];
    const shown = { picture: { values, size: kernelSize }, scale, ramps, cell, marks, label, numbers };
    return html`<figure>
      ${figure.choice && label === words.window ? pickable(valueGrid(shown), shown, figure.choice) : valueGrid(shown)}
      <figcaption class="small muted">${label}</figcaption>
    </figure>`;
  };
  const products: Scale = { kind: 'signed', limit: largestSize(terms.map(({ product }) => product)) };
  return html`<div class="sum" part="sum">
    ${picture(({ value }) => value, pixelScale, words.window)}
    <span class="op num" aria-hidden="true">×</span>
    ${picture(({ weight }) => weight, kernelScale, words.kernel)}
    <span class="op num" aria-hidden="true">=</span>
    ${picture(({ product }) => product, products, words.products)}
    <span class="op num" aria-hidden="true">Σ</span>
    <figure class="running">
      ${bars(figure)}
      <figcaption class="small muted">${words.runningSum}</figcaption>
    </figure>
  </div>`;
}

const markAt = (place: number, width: number): Mark => ({
  row: Math.floor(place / width),
  column: place % width,
  height: 1,
  width: 1,
  kind: 'mark',
});

/** A grid in which a cell is chosen by pointer or by keys. */
export function pickable(
  content: TemplateResult,
  { picture, cell, label }: Pick<ValueGrid, 'picture' | 'cell' | 'label'>,
  { chosen, choose, keys }: SumChoice,
): TemplateResult {
  const [height, width] = picture.size;
  const walk = (event: KeyboardEvent): void => {
    const step = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] }[event.key];
    if (!step) return;
    event.preventDefault();
    const row = Math.max(0, Math.min(height - 1, Math.floor(chosen / width) + step[0]!));
    const column = Math.max(0, Math.min(width - 1, (chosen % width) + step[1]!));
    choose(row * width + column);
  };
  const press = (event: MouseEvent): void => {
    const [row, column] = cellUnder(event, cell, picture.size);
    choose(row * width + column);
  };
  return html`<div
    class="pick"
    role="application"
    tabindex="0"
    aria-label="${label}. ${keys}"
    @click=${press}
    @keydown=${walk}
  >
    ${content}
  </div>`;
}

/** Every bar from the sum before a term to the sum after it; the bias comes last. */
function bars({ terms, bias, words, numbers, value }: SumFigure): TemplateResult {
  const steps = [...terms.map(({ product }) => product), ...(bias === 0 ? [] : [bias])];
  const sums = steps.reduce<number[]>((before, step) => [...before, (before.at(-1) ?? 0) + step], []);
  const [low, high] = [Math.min(0, ...sums), Math.max(0, ...sums)];
  const span = high - low || 1;
  const [width, height] = [360, 120];
  const y = (sum: number): number => ((high - sum) / span) * (height - 2) + 1;
  const bar = width / Math.max(1, steps.length);
  return html`<svg
    viewBox="0 0 ${width} ${height}"
    preserveAspectRatio="none"
    role="img"
    aria-label="${words.runningSum}: ${numbers.fixed(value, 3)}"
  >
    <path class="zero" d="M0 ${y(0)}H${width}" />
    ${steps.map((step, index) => {
      const [from, to] = [y(sums[index]! - step), y(sums[index]!)];
      return svg`<rect class=${step < 0 ? 'takes' : 'adds'} x=${index * bar + 0.5} y=${Math.min(from, to)}
        width=${Math.max(0.5, bar - 1)} height=${Math.max(0.75, Math.abs(from - to))}></rect>`;
    })}
  </svg>`;
}

/** The same as one line of text: every term one digit finer than the sum. */
export function equation({ terms, bias, value, numbers }: SumFigure): TemplateResult {
  const bracketed = (weight: number): string => {
    const text = numbers.fixed(weight, 2);
    return weight < 0 ? `(${text})` : text;
  };
  return html`<p class="equation num" part="equation">
    ${terms.map(
      ({ value: pixel, weight, product }, index) =>
        html`<span class=${product > 0 ? 'positive' : product < 0 ? 'negative' : 'muted'}
          >${index > 0 ? '+ ' : ''}${numbers.fixed(pixel, 2)} × ${bracketed(weight)}</span
        > `,
    )}
    ${bias === 0 ? nothing : html`<span>+ ${bracketed(bias)}</span>`}
    <b>= ${numbers.fixed(value, 3)}</b>
  </p>`;
}

/** What can be turned: presets, numbers, the way of padding, two switches; and the formula with these numbers in it. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { tensorCanvas } from '../../parts/tensor-canvas.js';
import { mapsOf } from '../../render/paint.js';
import { largestSize } from '../../render/scale.js';
import type { Ramps } from '../../render/scale.js';
import type { ConvolutionMessages } from './convolution.messages.js';
import { presets } from './presets.js';
import type { KernelMatrix, PresetName } from './presets.js';

export interface Chip {
  readonly name: string;
  readonly kernel: KernelMatrix;
  /** What goes with it where it comes from; 0 unless told. */
  readonly bias?: number;
  /** The same; it stays as it is unless told. */
  readonly padding?: number;
}

const isSame = (a: KernelMatrix, b: KernelMatrix): boolean => a.flat().join() === b.flat().join();

export const presetChips = (words: ConvolutionMessages): readonly Chip[] =>
  (Object.keys(presets) as PresetName[]).map((name) => ({
    name: words.presets[name],
    kernel: presets[name],
  }));

export const chips = (
  all: readonly Chip[],
  current: KernelMatrix,
  ramps: Ramps,
  label: string,
  choose: (chip: Chip) => void,
): TemplateResult =>
  html`<div class="chips" role="group" aria-label=${label}>
    ${all.map((chip) => {
      const { name, kernel } = chip;
      const [height, width] = [kernel.length, kernel[0]!.length];
      const values = kernel.flat();
      const scale = { kind: 'signed', limit: largestSize(values) } as const;
      return html`<button
        type="button"
        class="chip"
        aria-pressed=${isSame(kernel, current)}
        @click=${() => choose(chip)}
      >
        <canvas
          class="pixels framed"
          aria-hidden="true"
          ${tensorCanvas(mapsOf(values, [height, width, 1]), scale, ramps)}
        ></canvas
        >${name}
      </button>`;
    })}
  </div>`;

export const stepper = (
  label: string,
  value: number,
  [least, most]: readonly [number, number],
  words: ConvolutionMessages,
  set: (value: number) => void,
): TemplateResult =>
  html`<div class="setting">
    <span class="small muted">${label}</span>
    <span class="stepper">
      <button
        type="button"
        aria-label=${words.less(label)}
        ?disabled=${value <= least}
        @click=${() => set(value - 1)}
      >
        −
      </button>
      <output class="num">${value}</output>
      <button
        type="button"
        aria-label=${words.more(label)}
        ?disabled=${value >= most}
        @click=${() => set(value + 1)}
      >
        +
      </button>
    </span>
  </div>`;

export const choice = <T extends string>(
  label: string,
  value: T,
  options: Readonly<Record<T, string>>,
  isOff: boolean,
  set: (value: T) => void,
): TemplateResult =>
  html`<label class="setting">
    <span class="small muted">${label}</span>
    <select
      ?disabled=${isOff}
      @change=${(event: Event) => set((event.target as HTMLSelectElement).value as T)}
    >
      ${(Object.keys(options) as T[]).map(
        (each) => html`<option value=${each} ?selected=${each === value}>${options[each]}</option>`,
      )}
    </select>
  </label>`;

export const toggle = (label: string, isOn: boolean, set: (isOn: boolean) => void): TemplateResult =>
  html`<label class="toggle">
    <input
      type="checkbox"
      .checked=${isOn}
      @change=${(event: Event) => set((event.target as HTMLInputElement).checked)}
    />${label}
  </label>`;

/** One axis of the output size: `out = ⌊ (14 + 0 − 1·(3 − 1) − 1) / 1 ⌋ + 1 = 12`. */
export function formula(
  { input, padding, dilation, window, stride, output, isTransposed }: FormulaNumbers,
  words: ConvolutionMessages,
): TemplateResult {
  const numbers = isTransposed
    ? `(${input} − 1)·${stride} − ${padding} + ${dilation}·(${window} − 1) + 1`
    : `⌊ (${input} + ${padding} − ${dilation}·(${window} − 1) − 1) / ${stride} ⌋ + 1`;
  return html`<p class="formula" part="formula" aria-live="polite">
    <span class="small muted">${isTransposed ? words.transposedFormula : words.formula}</span>
    <span class="num">out = ${numbers}${output === undefined ? nothing : html` = <b>${output}</b>`}</span>
  </p>`;
}

export interface FormulaNumbers {
  readonly input: number;
  /** Before and after together. */
  readonly padding: number;
  readonly dilation: number;
  readonly window: number;
  readonly stride: number;
  readonly output: number | undefined;
  readonly isTransposed: boolean;
}

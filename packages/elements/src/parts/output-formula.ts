/** The formula of an output size with its numbers in it. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

/** One axis of the output size: `out = ⌊ (14 + 0 − 1·(3 − 1) − 1) / 1 ⌋ + 1 = 12`. */
export function outputFormula(
  { input, padding, dilation, window, stride, output, isTransposed }: FormulaNumbers,
  title: string,
): TemplateResult {
  // `out =`, in the words of the formula itself.
  const left = title.slice(0, title.indexOf('=') + 1);
  const numbers = isTransposed
    ? `(${input} − 1)·${stride} − ${padding} + ${dilation}·(${window} − 1) + 1`
    : `⌊ (${input} + ${padding} − ${dilation}·(${window} − 1) − 1) / ${stride} ⌋ + 1`;
  return html`<p class="formula" part="formula" aria-live="polite">
    <span class="small muted">${title}</span>
    <span class="num">${left} ${numbers}${output === undefined ? nothing : html` = <b>${output}</b>`}</span>
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

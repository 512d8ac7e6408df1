/** How each way makes its number of the chosen window, as a line: every term one digit finer than the result. */
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Numbers } from '../../messages/numbers.js';
import type { Column, Lab } from './lab.js';
import type { Term, WayName } from './ways.js';

/** A maximum is one of its terms and written as that. */
const digitsOf = (way: WayName): number => (way === 'max' ? 3 : 2);

/** The result at the chosen cell; undefined where each number goes on by itself. */
export function resultText(
  { way, output }: Column,
  [row, column]: Lab['cell'],
  numbers: Numbers,
): string | undefined {
  if (way === 'none') return undefined;
  return numbers.fixed(output.map.values[row * output.map.shape[1] + column]!, digitsOf(way));
}

export const sums = ({ columns, cell, words, numbers }: Lab): TemplateResult =>
  html`<dl class="sums" part="sums">
    ${columns.map(
      (column) =>
        html`<div>
          <dt>${words.ways[column.way]}</dt>
          <dd class="num">
            ${line(column, numbers)} <b>${resultOf(column, cell, numbers, words.goesOn)}</b>
          </dd>
        </div>`,
    )}
  </dl>`;

const resultOf = (column: Column, cell: Lab['cell'], numbers: Numbers, goesOn: string): string => {
  const result = resultText(column, cell, numbers);
  return result === undefined ? `(${goesOn})` : `= ${result}`;
};

function line({ way, terms }: Column, numbers: Numbers): TemplateResult {
  const text = (value: number): string => numbers.fixed(value, 3);
  const bracketed = (value: number): string => (value < 0 ? `(${text(value)})` : text(value));
  const joined = (sign: string, write: (term: Term) => string): readonly TemplateResult[] =>
    terms.map((term, index) => {
      const isLast = index === terms.length - 1;
      return html`<span class=${way === 'max' && term.share === 0 ? 'muted' : ''}
        >${write(term)}${isLast ? '' : sign}</span
      > `;
    });
  switch (way) {
    case 'max':
      return html`max( ${joined(',', ({ value }) => text(value))})`;
    case 'average':
      return html`( ${joined(' +', ({ value }) => bracketed(value))}) / ${terms.length}`;
    case 'l2':
      return html`√( ${joined(' +', ({ value }) => `${bracketed(value)}²`)})`;
    case 'convolution':
      return html`${joined(' +', ({ value, share }) => `${bracketed(value)} × ${bracketed(share)}`)}`;
    case 'none':
      return html`${joined(',', ({ value }) => text(value))}`;
  }
}

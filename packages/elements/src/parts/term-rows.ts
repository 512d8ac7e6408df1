/** A sum as a list: the largest terms with signed bars, the others in one, the biases, and what they make. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Numbers } from '../messages/numbers.js';
import { legend } from './legend.js';
import { largestSize } from '../render/scale.js';
import { signedBar } from './signed-bar.js';

export interface TermRow {
  /** Place in the sum, for `choose`. */
  readonly index: number;
  readonly name: string;
  /** What is multiplied: `0.4213 × −0.3120`. */
  readonly factors: string;
  readonly amount: number;
  readonly isChosen: boolean;
}

export interface TermList {
  /** Of the list, for those who do not see it. */
  readonly label: string;
  readonly terms: readonly TermRow[];
  /** Undefined where all terms are shown. */
  readonly rest: { readonly name: string; readonly amount: number } | undefined;
  readonly bias: { readonly name: string; readonly amount: number };
  readonly sum: { readonly name: string; readonly amount: number };
  readonly numbers: Numbers;
  readonly choose: (index: number) => void;
}

/** Terms show one digit more than their sum. */
export const digits = { term: 4, sum: 3 } as const;

export function termList({ label, terms, rest, bias, sum, numbers, choose }: TermList): TemplateResult {
  const amounts = [...terms.map(({ amount }) => amount), rest?.amount ?? 0, bias.amount];
  const limit = largestSize(amounts);
  const cells = (name: string, factors: string, amount: number): TemplateResult =>
    html`<span class="what">${name}</span> <span class="factors num muted">${factors}</span>
      <span class="of-term">${signedBar(amount, limit)}</span>
      <span class="amount num">${numbers.signed(amount, digits.term)}</span>`;
  return html`<div class="sum-list" part="sum">
    <ol class="terms" aria-label=${label} @keydown=${walk}>
      ${terms.map(
        ({ index, name, factors, amount, isChosen }) =>
          html`<li>
            <button
              type="button"
              class="term"
              data-index=${index}
              aria-pressed=${isChosen}
              @click=${() => choose(index)}
            >
              ${cells(name, factors, amount)}
            </button>
          </li>`,
      )}
      ${rest ? html`<li class="term rest">${cells(rest.name, '', rest.amount)}</li>` : nothing}
      <li class="term bias">${cells(bias.name, '', bias.amount)}</li>
    </ol>
    <p class="term total">
      <span class="what">${sum.name}</span
      ><span class="factors">${legend({ kind: 'signed', limit }, numbers, true)}</span
      ><b class="amount num">${numbers.signed(sum.amount, digits.sum)}</b>
    </p>
  </div>`;
}

/** Up and down the terms that can be chosen. */
function walk(event: KeyboardEvent): void {
  const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  const list = event.currentTarget as HTMLElement;
  const buttons = [...list.querySelectorAll<HTMLElement>('button.term')];
  const at = buttons.findIndex((button) => button === event.target);
  const next = by === undefined || at < 0 ? undefined : buttons[at + by];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

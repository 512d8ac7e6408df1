/** The three columns, row by row: logit, exp, share. A table of numbers whose bars draw nothing that is not written. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Numbers } from '../../messages/numbers.js';
import { largestSize } from '../../render/scale.js';
import { shareBar, signedBar } from '../../parts/signed-bar.js';
import { powerForm, superscript } from './softmax-steps.js';
import type { Softmax, SoftmaxRow } from './softmax-steps.js';
import type { SoftmaxMessages } from './softmax.messages.js';

export interface Columns {
  readonly softmax: Softmax;
  readonly temperature: number;
  readonly isShifted: boolean;
  readonly names: readonly string[];
  readonly chosen: number;
  readonly words: SoftmaxMessages;
  readonly numbers: Numbers;
  readonly live: 'polite' | 'off';
  readonly choose: (index: number) => void;
  readonly onKey: (event: KeyboardEvent) => void;
}

/** More classes than this show the largest, and the others as one row. */
const mostRows = 20;

export function columns(picture: Columns): TemplateResult {
  const { softmax, words, numbers } = picture;
  const { shown, rest } = rowsOf(softmax);
  const form = powerForm(softmax.sum);
  const power = (value: number, digits: number): string =>
    notZero(form.exponent === 0 ? value : value / 10 ** form.exponent, digits, words, numbers);
  const percent = (share: number): string => words.percent(notZero(share * 100, 2, words, numbers));
  const limits = {
    logit: largestSize(softmax.rows.map(({ logit }) => logit)),
    power: largestSize(softmax.rows.map((row) => row.power)),
  };
  const line = (row: SoftmaxRow): TemplateResult => {
    const isChosen = row.index === picture.chosen;
    const name = picture.names[row.index]!;
    return html`<tr class="class-${row.index % 10} ${isChosen ? 'chosen' : ''}">
      <th scope="row">
        <button
          type="button"
          class="name num"
          data-index=${row.index}
          tabindex=${isChosen ? 0 : -1}
          aria-pressed=${isChosen}
          aria-label=${words.choose(name)}
          @click=${() => picture.choose(row.index)}
        >
          <span class="dot"></span>${name}
        </button>
      </th>
      <td><span class="num">${numbers.fixed(row.logit, 3)}</span>${signedBar(row.logit, limits.logit)}</td>
      <td>
        <span class="num">${power(row.power, form.sumDigits + 1)}</span>${shareBar(row.power, limits.power)}
      </td>
      <td><span class="num">${percent(row.share)}</span>${shareBar(row.share, 1)}</td>
    </tr>`;
  };
  const total = softmax.rows.reduce((sum, { share }) => sum + share, 0);
  return html`<table class="steps" part="columns" @keydown=${picture.onKey}>
    <caption class="visually-hidden" aria-live=${picture.live}>
      ${words.label}. ${verdict(picture)}
    </caption>
    <thead>
      <tr>
        <th scope="col"><span class="visually-hidden">${words.classColumn}</span></th>
        <th scope="col">
          <b>${words.logitColumn}</b><span class="small muted num">±${numbers.fixed(limits.logit, 1)}</span>
        </th>
        <th scope="col">
          <b>${words.powerColumn}</b
          ><span class="small muted num"
            >0–${power(limits.power, form.sumDigits > 1 ? 1 : 0)}${form.exponent === 0 ? nothing : ` ${words.inPowersOf(`10${superscript(form.exponent)}`)}`}</span
          >
        </th>
        <th scope="col">
          <b>${words.shareColumn}</b><span class="small muted num">0–${words.percent('100')}</span>
        </th>
      </tr>
    </thead>
    <tbody>
      ${shown.map(line)}
      ${
        rest
          ? html`<tr>
              <th scope="row" class="small muted">${words.restOf(numbers.integer(rest.count))}</th>
              <td></td>
              <td><span class="num">${power(rest.power, form.sumDigits + 1)}</span></td>
              <td><span class="num">${percent(rest.share)}</span></td>
            </tr>`
          : nothing
      }
    </tbody>
    <tfoot>
      <tr>
        <th scope="row">${words.sum}</th>
        <td></td>
        <td part="sum"><b class="num">${power(softmax.sum, form.sumDigits)}</b></td>
        <td><b class="num">${words.percent(numbers.fixed(total * 100, 1))}</b></td>
      </tr>
    </tfoot>
  </table>`;
}

/** `< 0.0001` for what is more than zero and rounds to it. */
function notZero(value: number, digits: number, words: SoftmaxMessages, numbers: Numbers): string {
  const unit = 10 ** -digits;
  return value > 0 && value < unit / 2
    ? words.lessThan(numbers.fixed(unit, digits))
    : numbers.fixed(value, digits);
}

function verdict({ softmax, names, temperature, words, numbers }: Columns): string {
  const { first, rows } = softmax;
  if (first === undefined) return words.noAnswer;
  const share = words.percent(numbers.fixed(rows[first]!.share * 100, 1));
  return words.verdict(String(temperature), names[first]!, share);
}

function rowsOf({ rows }: Softmax): {
  readonly shown: readonly SoftmaxRow[];
  readonly rest: { readonly count: number; readonly power: number; readonly share: number } | undefined;
} {
  if (rows.length <= mostRows) return { shown: rows, rest: undefined };
  const sorted = [...rows].sort((a, b) => b.logit - a.logit);
  const others = sorted.slice(mostRows);
  return {
    shown: sorted.slice(0, mostRows),
    rest: {
      count: others.length,
      power: others.reduce((sum, { power }) => sum + power, 0),
      share: others.reduce((sum, { share }) => sum + share, 0),
    },
  };
}

/** The chosen class as one line: `exp(2.310 / 0.5) / 112.40 = 101.494 / 112.40 = 90.30 %`. */
export function equation({
  softmax,
  temperature,
  isShifted,
  chosen,
  words,
  numbers,
  live,
}: Columns): TemplateResult {
  const row = softmax.rows[chosen]!;
  const form = powerForm(softmax.sum);
  const power = (value: number, digits: number): string =>
    form.exponent === 0
      ? notZero(value, digits, words, numbers)
      : `${notZero(value / 10 ** form.exponent, digits, words, numbers)} · 10${superscript(form.exponent)}`;
  const inside = `${numbers.fixed(row.logit, 3)}${temperature === 1 ? '' : ` / ${temperature}`}`;
  // Two minus signs in a row are read as one.
  const largest = numbers.fixed(softmax.largest, 3);
  const less = isShifted ? ` − ${softmax.largest < 0 ? `(${largest})` : largest}` : '';
  const sum = power(softmax.sum, form.sumDigits);
  return html`<p class="equation num class-${chosen % 10}" part="equation" aria-live=${live}>
    exp(${inside}${less}) / ${sum} = ${power(row.power, form.sumDigits + 1)} / ${sum} =
    <b>${words.percent(notZero(row.share * 100, 2, words, numbers))}</b>
  </p>`;
}

/** The score as a sum over the row: the cells that put most in, the others, the biases; or why it cannot be split. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { TableData } from '../../parts/table-twin.js';
import { cellAtIndex, splitSum } from '../../trace/back-trace.js';
import { digits, termList } from '../../parts/term-rows.js';
import type { FlatPicture } from './flat-picture.js';

/** The table holds so many numbers, the largest first, and the others as one row. */
const tableRows = 200;

export function scoreSum(picture: FlatPicture, choose: (index: number) => void): TemplateResult {
  const { trace, place, values, score, back, index, top: count, words, numbers } = picture;
  if (!score) return html`<p class="note">${words.noScores}</p>`;
  if (!back) return html`<p class="note" part="blocked" role="status">${blockedText(picture)}</p>`;
  const { top, rest } = splitSum(back.amounts, count);
  const factor = (value: number): string => numbers.fixed(value, digits.term);
  const sum = termList({
    label: words.terms(score.name),
    terms: top.map(({ index: at, amount }) => {
      const { unit, row, column } = cellAtIndex(trace.stages[place.flat]!, at);
      return {
        index: at,
        amount,
        name: words.term(numbers.integer(at), numbers.integer(unit), row, column),
        factors: words.factors(factor(values[at]!), factor(back.slopes[at]!)),
        isChosen: at === index,
      };
    }),
    rest: rest.count > 0 ? { name: words.rest(numbers.integer(rest.count)), amount: rest.amount } : undefined,
    bias: { name: words.biases, amount: back.biases },
    sum: {
      name: trace.stages[score.index]!.kind === 'scores' ? words.logit : score.name,
      amount: back.total,
    },
    numbers,
    choose,
  });
  return html`<div class="score-sum">
    ${sum}
    <div class="about small muted">
      ${
        score.agrees
          ? nothing
          : html`<p class="note" part="other-moment">
              ${words.otherMoment(numbers.fixed(score.output ?? NaN, digits.term))}
            </p>`
      }
      ${back.hidden.map(
        ({ name, on, count: units }) =>
          html`<p class="note">${words.hidden(name, numbers.integer(on), numbers.integer(units))}.</p>`,
      )}
      <p class="note">${words.exact}</p>
    </div>
  </div>`;
}

function blockedText({ score, words }: FlatPicture): string {
  if (!score || !('blockedBy' in score.back)) return '';
  const { blockedBy, where } = score.back;
  return blockedBy === 'missing' ? words.missing(where) : words.blocked(where);
}

export function flatTable({ trace, place, values, score, back, words, numbers }: FlatPicture): TableData {
  const write = (value: number): string => numbers.fixed(value, 6);
  const { top, rest } = splitSum(back?.amounts ?? values, tableRows);
  const { table } = words;
  return {
    caption: table.caption(score?.name ?? trace.stages[place.flat]!.name),
    head: [table.index, table.map, table.row, table.column, table.value, ...(back ? [table.amount] : [])],
    rows: [
      ...top.map(({ index, amount }) => {
        const { unit, row, column } = cellAtIndex(trace.stages[place.flat]!, index);
        return [
          numbers.integer(index),
          ...[unit, row, column].map((part) => numbers.integer(part)),
          write(values[index]!),
          ...(back ? [write(amount)] : []),
        ];
      }),
      ...(back
        ? [
            ...(rest.count > 0
              ? [[words.rest(numbers.integer(rest.count)), '', '', '', '', write(rest.amount)]]
              : []),
            [words.biases, '', '', '', '', write(back.biases)],
            [score?.name ?? '', '', '', '', '', numbers.fixed(back.total, 5)],
          ]
        : []),
    ],
  };
}

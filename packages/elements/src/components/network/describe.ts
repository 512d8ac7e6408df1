/** A cell in words and numbers: whose it is, its place, its value, and the sum that made it. */
import type { ActivationName } from '@convlens/types';
import type { Numbers } from '../../messages/numbers.js';
import { explain } from '../../trace/explain.js';
import type { CellAddress, Explanation, Origin, Term } from '../../trace/explain.js';
import type { Trace } from '../../trace/trace.js';
import type { NetworkMessages } from './network.messages.js';

export interface Description {
  readonly title: string;
  /** Place and value: `[8, 9, 4] = 1.66`. */
  readonly value: string;
  /** The sum: `ReLU(0.043 + 0.552 − 0.014) = 1.66`. */
  readonly formula: string;
  readonly note: string;
}

/** So many terms are written out; the rest is one more. */
const mostTerms = 8;

export function describe(
  trace: Trace,
  address: CellAddress,
  words: NetworkMessages,
  numbers: Numbers,
): Description | undefined {
  const stage = trace.stages[address.stage];
  const explanation = stage && explain(trace, address);
  if (!explanation) return undefined;
  return {
    title: titleOf(trace, address, words, numbers),
    value: `${placeOf(trace, address)} = ${numbers.fixed(explanation.value, 3)}`,
    formula: explanation.origin ? formulaOf(explanation.origin, explanation.value, words, numbers) : '',
    note: noteOf(trace, explanation, words, numbers),
  };
}

export function titleOf(
  { stages }: Trace,
  { stage: index, unit }: CellAddress,
  words: NetworkMessages,
  numbers: Numbers,
): string {
  const stage = stages[index]!;
  const number = numbers.integer(unit);
  switch (stage.kind) {
    case 'image':
      return stage.count === 1 ? stage.name : words.channel(stage.name, number);
    case 'maps':
    case 'strips':
      return words.map(stage.name, number);
    case 'units':
      return words.unit(stage.name, number);
    case 'scores':
      return words.class(stage.classNames[unit] ?? number);
    default:
      return stage satisfies never;
  }
}

function placeOf({ stages }: Trace, { stage: index, unit, row, column }: CellAddress): string {
  const { kind, size, count } = stages[index]!;
  if (kind === 'strips') return `[${(row * size[1] + column) * count + unit}]`;
  return kind === 'units' || kind === 'scores' ? `[${unit}]` : `[${row}, ${column}, ${unit}]`;
}

function formulaOf(origin: Origin, value: number, words: NetworkMessages, numbers: Numbers): string {
  const result = numbers.fixed(value, 2);
  switch (origin.kind) {
    case 'sum': {
      const sum = `${writeTerms(origin.terms, words, numbers)} ${withSign(origin.bias, numbers)}`;
      return `${bend(sum, origin.activation, words)} = ${result}`;
    }
    case 'maximum':
      return `max(${origin.of.map((candidate) => numbers.fixed(candidate, 2)).join(', ')}) = ${result}`;
    case 'mean':
      return `${words.meanFunction}(${origin.of.map((value) => numbers.fixed(value, 3)).join(', ')}) = ${result}`;
    case 'activation':
      return `${bend(numbers.fixed(origin.of, 3), origin.activation, words)} = ${result}`;
    case 'given':
    case 'copy':
      return '';
    default:
      return origin satisfies never;
  }
}

const bend = (sum: string, activation: ActivationName, words: NetworkMessages): string =>
  activation === 'linear' ? sum : `${words.activations[activation]}(${sum})`;

/** Terms one digit more than their sum, so that a reader who adds them up gets the number shown. */
function writeTerms(terms: readonly Term[], words: NetworkMessages, numbers: Numbers): string {
  const shown = new Set(strongestTerms(terms, mostTerms).map(({ from }) => from));
  const written = terms
    .filter(({ from }) => shown.has(from))
    .map(({ amount }, index) => (index === 0 ? numbers.fixed(amount, 3) : withSign(amount, numbers)));
  const rest = terms.filter(({ from }) => !shown.has(from));
  if (rest.length > 0) {
    const amount = rest.reduce((sum, term) => sum + term.amount, 0);
    written.push(`${withSign(amount, numbers)} ${words.more(numbers.integer(rest.length))}`);
  }
  return written.join(' ');
}

export const strongestTerms = (terms: readonly Term[], count: number): readonly Term[] =>
  [...terms].sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount)).slice(0, count);

const withSign = (amount: number, numbers: Numbers): string =>
  `${amount < 0 ? '−' : '+'} ${numbers.fixed(Math.abs(amount), 3)}`;

function noteOf(
  trace: Trace,
  { origin, probability }: Explanation,
  words: NetworkMessages,
  numbers: Numbers,
): string {
  if (probability !== undefined)
    return `${words.probability} ${words.percent(numbers.fixed(probability * 100, 2))}`;
  if (origin?.kind === 'given') return words.given;
  if (origin?.kind === 'sum') return words.products(numbers.integer(origin.products));
  if (origin?.kind !== 'copy') return '';
  const from = { stage: origin.stage, unit: origin.unit, row: origin.row, column: origin.column };
  return words.copied(`${trace.stages[origin.stage]!.name} ${placeOf(trace, from)}`);
}

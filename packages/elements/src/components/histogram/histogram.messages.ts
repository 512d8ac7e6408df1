/** Every word that `<cnn-histogram>` says. */
import { common } from '../../messages/common.js';
import type { CommonMessages } from '../../messages/common.js';
import type { MessageTables } from '../../messages/language.js';

export interface HistogramMessages extends CommonMessages {
  readonly title: (path: string) => string;
  readonly values: string;
  readonly keys: string;
  /** The picture in one sentence. */
  readonly sentence: (title: string, count: string, mean: string, deviation: string) => string;
  readonly log: string;
  readonly most: (count: string, isLog: boolean) => string;
  readonly facts: Readonly<Record<'count' | 'mean' | 'deviation' | 'range' | 'zeros', string>>;
  readonly from: (smallest: string, largest: string) => string;
  readonly meanMark: string;
  readonly bin: (from: string, to: string, count: string, share: string) => string;
  readonly zeroBin: (count: string, share: string) => string;
  readonly hint: string;
  readonly notFinite: (notNumbers: string, infinite: string) => string;
  readonly noneFinite: (count: string) => string;
  readonly noValues: string;
  readonly noList: (received: string) => string;
  readonly unknown: (path: string, known: readonly string[]) => string;
  readonly empty: string;
  readonly caption: (title: string) => string;
  readonly columns: readonly [values: string, count: string, share: string];
  readonly binName: (from: string, to: string) => string;
  readonly zeroName: string;
  readonly notNumbers: string;
  readonly infinite: string;
}

const element = '<cnn-histogram>';
/** A long list of names is cut. */
const mostNames = 12;

export const messages: MessageTables<HistogramMessages> = {
  en: {
    ...common,
    title: (path) => `Values of ${path}`,
    values: 'Values',
    keys: 'Arrow keys move from bar to bar.',
    sentence: (title, count, mean, deviation) =>
      `${title}: ${count} numbers, mean ${mean}, standard deviation ${deviation}.`,
    log: 'logarithmic counts',
    most: (count, isLog) => `tallest bar ${count}${isLog ? ', log' : ''}`,
    facts: {
      count: 'numbers',
      mean: 'mean',
      deviation: 'standard deviation',
      range: 'from … to',
      zeros: 'exactly 0',
    },
    from: (smallest, largest) => `${smallest} … ${largest}`,
    meanMark: 'Dashed: the mean.',
    bin: (from, to, count, share) => `${from} to ${to}: ${count} (${share})`,
    zeroBin: (count, share) => `exactly 0: ${count} (${share})`,
    hint: 'Point at a bar, or walk with the arrow keys.',
    notFinite: (notNumbers, infinite) =>
      `Not in the bars: ${notNumbers} that are no numbers (NaN), ${infinite} infinite.`,
    noneFinite: (count) => `None of the ${count} values is a finite number.`,
    noValues: 'There are no values: the tensor is empty.',
    noList: (received) =>
      `${element}: expected values to be a list of numbers, received a ${received}. Give an array, or tensor.data.`,
    unknown: (path, known) =>
      `${element}: expected path to name a tensor of this network, received '${path}'. There are ${known.slice(0, mostNames).join(', ')}${known.length > mostNames ? ', …' : ''}.`,
    empty: 'No numbers yet. Put this inside <cnn-model> with a path, or give it values.',
    caption: (title) => `${title}: how many lie where`,
    columns: ['values', 'count', 'share'],
    binName: (from, to) => `${from} to ${to}`,
    zeroName: 'exactly 0',
    notNumbers: 'NaN',
    infinite: 'infinite',
  },
};

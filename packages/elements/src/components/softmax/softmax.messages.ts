/** Every word that `<cnn-softmax>` says. */
import { common } from '../../messages/common.js';
import type { CommonMessages } from '../../messages/common.js';
import type { MessageTables } from '../../messages/language.js';

export interface SoftmaxMessages extends CommonMessages {
  readonly label: string;
  readonly temperature: string;
  readonly resetTemperature: string;
  readonly shift: string;
  readonly classColumn: string;
  readonly logitColumn: string;
  readonly scaledColumn: string;
  readonly exponentColumn: string;
  readonly powerColumn: string;
  readonly shareColumn: string;
  /** What is not zero and would be written as if it were. */
  readonly lessThan: (value: string) => string;
  readonly inPowersOf: (power: string) => string;
  readonly sum: string;
  readonly restOf: (count: string) => string;
  /** Under the columns: what taking the largest away does. */
  readonly shiftNote: (largest: string) => string;
  readonly shiftedNote: (largest: string) => string;
  readonly temperatureNote: Readonly<Record<'one' | 'below' | 'above', string>>;
  /** The picture in one sentence. */
  readonly verdict: (temperature: string, name: string, share: string) => string;
  readonly choose: (name: string) => string;
  readonly noAnswer: string;
  readonly overflow: string;
  readonly badTemperature: (received: string) => string;
  readonly noLogits: string;
  readonly noDense: string;
  readonly missing: (path: string) => string;
  readonly tableOf: (temperature: string) => string;
}

export const messages: MessageTables<SoftmaxMessages> = {
  en: {
    ...common,
    label: 'Softmax',
    temperature: 'temperature',
    resetTemperature: 'Back to 1',
    shift: 'take the largest away first',
    classColumn: 'Class',
    logitColumn: 'Logit',
    scaledColumn: 'Logit / temperature',
    exponentColumn: 'In the exp',
    powerColumn: 'Exp',
    shareColumn: 'Share',
    lessThan: (value) => `<\u00A0${value}`,
    inPowersOf: (power) => `in ${power}`,
    sum: 'Sum',
    restOf: (count) => `the other ${count}`,
    shiftNote: (largest) =>
      `Taking the largest, ${largest}, away from all of them first divides every exp, and so their sum, by exp(${largest}): the shares stay as they are.`,
    shiftedNote: (largest) =>
      `The largest, ${largest}, is taken away from all of them: every exp, and so their sum, is divided by exp(${largest}). The shares are the same as without it, and no exp is too large to be written.`,
    temperatureNote: {
      one: 'Temperature 1: the shares are the probabilities.',
      below: 'Below 1: logits are spread further apart, and the largest takes more.',
      above: 'Above 1: logits are drawn together, and the shares become more alike.',
    },
    verdict: (temperature, name, share) =>
      `At temperature ${temperature} the largest share is that of ${name}, ${share}.`,
    choose: (name) => `Class ${name}`,
    noAnswer: 'There are no shares: a logit is not a finite number.',
    overflow:
      'There are no shares: an exp is larger, or all are smaller, than a number can be. Take the largest away first.',
    badTemperature: (received) =>
      `softmax: expected a temperature from 0.1 to 10, received ${received}. Set temperature="1" for the network’s own probabilities.`,
    noLogits: 'softmax: expected at least one logit, received none. Give it an array of numbers.',
    noDense: 'This network has no dense layer whose scores softmax could share out.',
    missing: (path) => `${path} is not in this record: without it there are no logits to show.`,
    tableOf: (temperature) => `Softmax step by step at temperature ${temperature}`,
  },
};

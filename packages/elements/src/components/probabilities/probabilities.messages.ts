/** Every word that `<cnn-probabilities>` says. */
import { common } from '../../messages/common.js';
import type { CommonMessages } from '../../messages/common.js';
import type { MessageTables } from '../../messages/language.js';

export interface ProbabilitiesMessages extends CommonMessages {
  readonly title: string;
  readonly classColumn: string;
  readonly shareColumn: string;
  /** @param name The most likely class. @param share As written. */
  readonly verdict: (name: string, share: string) => string;
  readonly noAnswer: string;
}

export const messages: MessageTables<ProbabilitiesMessages> = {
  en: {
    ...common,
    title: 'Probabilities',
    classColumn: 'Class',
    shareColumn: 'Probability',
    verdict: (name, share) => `Most likely: ${name}, ${share}.`,
    noAnswer: 'The network has no answer: its scores are not numbers.',
  },
};

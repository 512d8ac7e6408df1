/** Every word that `<cnn-training-chart>` says. */
import { common } from '../../messages/common.js';
import type { CommonMessages } from '../../messages/common.js';
import type { MessageTables } from '../../messages/language.js';

export interface TrainingChartMessages extends CommonMessages {
  readonly loss: string;
  readonly accuracy: string;
  readonly logScale: (from: string, to: string) => string;
  readonly percentScale: string;
  /** The accessible name of the whole. */
  readonly title: string;
  readonly at: (step: string, loss: string, accuracy: string) => string;
  readonly empty: string;
  readonly caption: string;
  readonly stepColumn: string;
}

export const messages: MessageTables<TrainingChartMessages> = {
  en: {
    ...common,
    loss: 'loss',
    accuracy: 'accuracy',
    logScale: (from, to) => `${from} to ${to}, log`,
    percentScale: '0 to 100 %',
    title: 'Loss and accuracy over the steps of training',
    at: (step, loss, accuracy) => `step ${step}: loss ${loss}, accuracy ${accuracy} of its batch`,
    empty: 'Nothing trained yet in this page.',
    caption: 'Every so many steps; loss and accuracy of the batch',
    stepColumn: 'step',
  },
};

/** Words and forms that several elements share. */
import type { ActivationName } from '@convlens/types';

export interface CommonMessages {
  /** Names of the functions, and of none. */
  readonly activations: Readonly<Record<ActivationName, string>>;
  /** @param size Of the window. */
  readonly pooling: Readonly<Record<'max' | 'average', (size: string) => string>>;
  /** In front of brackets, as `max` is. */
  readonly meanFunction: string;
  /** @param value A share as a number, already written. */
  readonly percent: (value: string) => string;
  readonly lessThanPercent: (value: string) => string;
  readonly less: (name: string) => string;
  readonly more: (name: string) => string;
  readonly showTable: string;
  readonly hideTable: string;
  readonly noModel: string;
  readonly loading: string;
  /** @param reason The error's own sentence. */
  readonly failed: (reason: string) => string;
  readonly recorded: (when: string) => string;
}

export const common: CommonMessages = {
  activations: { linear: 'none', relu: 'ReLU', leakyRelu: 'leaky ReLU', sigmoid: 'sigmoid', tanh: 'tanh' },
  pooling: { max: (size) => `max of ${size}`, average: (size) => `mean of ${size}` },
  meanFunction: 'mean',
  percent: (value) => `${value}\u00A0%`,
  lessThanPercent: (value) => `<\u00A0${value}\u00A0%`,
  less: (name) => `Less ${name}`,
  more: (name) => `More ${name}`,
  showTable: 'Show as a table',
  hideTable: 'Hide the table',
  noModel: 'No network yet. Put this inside <cnn-model>, or give it data.',
  loading: 'Waiting for the network …',
  failed: (reason) => `The network cannot be shown. ${reason}`,
  recorded: (when) => `Recorded ${when}.`,
};

/** Why a network is not one linear thing: op, expected, received, remedy. */
import type { Bend } from './bends.js';

export type LinearErrorCode = 'MISSING_WEIGHTS' | 'NO_PAIR' | 'NOT_LINEAR';

export class LinearError extends Error {
  override readonly name = 'LinearError';
  readonly code: LinearErrorCode;
  constructor(code: LinearErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

export const notLinear = (op: string, { layer, kind, what }: Bend): LinearError => {
  const [expected, remedy] = {
    activation: ['no function after its sums', `Set the activation of ${layer} to linear.`],
    maximum: [
      'the mean of each window, since the largest of some numbers is not linear in them',
      'Set its pooling to average.',
    ],
    unknown: [
      'Conv2D, AveragePooling2D, Flatten, Dense or Dropout',
      'Of other layers it is not known here whether they are linear.',
    ],
  }[kind];
  return new LinearError(
    'NOT_LINEAR',
    `${op}: expected of ${layer} ${expected}, received ${what}. ${remedy}`,
  );
};

export const missingWeights = (op: string, layer: string, weight: string): LinearError =>
  new LinearError(
    'MISSING_WEIGHTS',
    `${op}: expected ${layer}/${weight} of its layer's shape in the record, received none. Record the weights too.`,
  );

export const noPair = (op: string, convolutions: number): LinearError =>
  new LinearError(
    'NO_PAIR',
    `${op}: expected two convolutions with nothing but averages between them, received ${convolutions} ${convolutions === 1 ? 'convolution' : 'convolutions'}. Take a network with two.`,
  );

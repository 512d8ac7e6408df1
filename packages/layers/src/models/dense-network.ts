/** The seed network's counterpart without a convolution: the same task and as many parameters, every pixel wired to every unit. */
import { Dense } from '../layers/dense.js';
import { Flatten } from '../layers/flatten.js';
import { Sequential } from './sequential.js';

/**
 * 28 x 28 grey images to ten digits, 104,950 parameters (0.23 % fewer than `seedNetwork`): a dense layer of 132 and one
 * of 10. Which pixels are neighbours is all the same to it. Its output is logits; `predict` adds the probabilities.
 *
 * For digits that are to be read well, use `seedNetwork`.
 *
 * @example
 * const model = denseNetwork();
 * model.summary().parameterCount; // 104950
 */
export function denseNetwork(): Sequential {
  return new Sequential({
    name: 'dense-network',
    inputShape: [28, 28, 1],
    classNames: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
    layers: [
      new Flatten({ name: 'flatten' }),
      new Dense({ name: 'dense1', units: 132, activation: 'relu' }),
      new Dense({ name: 'dense2', units: 10 }),
    ],
  });
}

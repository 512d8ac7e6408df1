/** The network that everything here begins with: small enough to see whole, good enough for 99 % of MNIST. */
import { Conv2D } from '../layers/conv2d.js';
import { Dense } from '../layers/dense.js';
import { Flatten } from '../layers/flatten.js';
import { MaxPooling2D } from '../layers/max-pooling2d.js';
import { Sequential } from './sequential.js';

/**
 * 28 x 28 grey images to ten digits, 105,194 parameters: two convolutions 5 x 5 with 8 and 16 filters, each halved by
 * max-pooling, then a dense layer of 128 and one of 10. Its output is logits; `predict` adds the probabilities.
 *
 * @example
 * const model = seedNetwork();
 * model.summary().parameterCount; // 105194
 */
export function seedNetwork(): Sequential {
  return new Sequential({
    name: 'seed-network',
    inputShape: [28, 28, 1],
    classNames: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
    layers: [
      new Conv2D({ name: 'conv1', filters: 8, kernelSize: 5, padding: 'same', activation: 'relu' }),
      new MaxPooling2D({ name: 'pool1', poolSize: 2 }),
      new Conv2D({ name: 'conv2', filters: 16, kernelSize: 5, padding: 'same', activation: 'relu' }),
      new MaxPooling2D({ name: 'pool2', poolSize: 2 }),
      new Flatten({ name: 'flatten' }),
      new Dense({ name: 'dense1', units: 128, activation: 'relu' }),
      new Dense({ name: 'dense2', units: 10 }),
    ],
  });
}

/** The default of Conv2D and Dense, as in Keras. */
import { fillUniform } from '@convlens/random';
import type { Shape } from '@convlens/types';
import type { InitializerContext } from './initializer.js';

/**
 * Uniform in `[-limit, limit)` with `limit = sqrt(6 / (fanIn + fanOut))`, so that signals keep their size forwards and
 * gradients backwards.
 *
 * For layers that end in ReLU, `heUniform` allows for the half that ReLU cuts off.
 * Source: Glorot & Bengio, "Understanding the difficulty of training deep feedforward neural networks" (2010), equation 16.
 */
export function glorotUniform(shape: Shape, { fanIn, fanOut, key }: InitializerContext): Float32Array {
  const limit = Math.sqrt(6 / (fanIn + fanOut));
  return fillUniform(
    new Float32Array(shape.reduce((product, size) => product * size, 1)),
    key,
    -limit,
    limit,
  );
}

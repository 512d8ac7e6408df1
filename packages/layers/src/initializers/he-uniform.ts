/** For layers that end in ReLU. */
import { fillUniform } from '@convlens/random';
import type { Shape } from '@convlens/types';
import type { InitializerContext } from './initializer.js';

/**
 * Uniform in `[-limit, limit)` with `limit = sqrt(6 / fanIn)`: twice Glorot's variance where fanIn = fanOut, because
 * ReLU passes half of a signal on.
 *
 * Source: He, Zhang, Ren & Sun, "Delving deep into rectifiers" (2015), equation 10 (variance 2 / fanIn).
 */
export function heUniform(shape: Shape, { fanIn, key }: InitializerContext): Float32Array {
  const limit = Math.sqrt(6 / fanIn);
  return fillUniform(
    new Float32Array(shape.reduce((product, size) => product * size, 1)),
    key,
    -limit,
    limit,
  );
}

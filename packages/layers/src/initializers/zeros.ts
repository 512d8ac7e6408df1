/** What biases begin with. */
import type { Shape } from '@convlens/types';

/** All zero. Right for biases; a kernel of zeros would keep all units of a layer equal for ever. */
export function zeros(shape: Shape): Float32Array {
  return new Float32Array(shape.reduce((product, size) => product * size, 1));
}

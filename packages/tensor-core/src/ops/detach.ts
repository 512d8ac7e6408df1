/** Cuts the graph. */
import type { Tensor } from '../tensor.js';
import { runtimeOf } from '../tensor.js';
import { reshape } from './reshape.js';

/**
 * The same values, of which gradients know nothing. Shares the buffer.
 * @example gradients(multiply(x, detach(x)), [x]) // x, not 2 x
 */
export function detach(x: Tensor): Tensor {
  return runtimeOf('detach', x).withoutGradients(() => reshape(x, x.shape));
}

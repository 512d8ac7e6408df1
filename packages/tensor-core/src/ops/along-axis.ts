/** For ops whose kernels work along the last axis: another axis is moved there and back. */
import { assertTensor } from '../tensor.js';
import type { Tensor } from '../tensor.js';
import { resolveAxis } from './reduction.js';
import { transpose } from './transpose.js';

export interface AxisOptions {
  /** -1, the last, unless told. */
  readonly axis?: number | undefined;
}

export function alongLastAxis(op: string, x: Tensor, axis: number, f: (x: Tensor) => Tensor): Tensor {
  assertTensor(op, 0, x);
  const resolved = resolveAxis(op, x.shape, axis);
  const last = x.shape.length - 1;
  if (resolved === last) return f(x);
  // Exchanging two axes undoes itself.
  const exchange = x.shape.map((_, i) => (i === resolved ? last : i === last ? resolved : i));
  return transpose(f(transpose(x, exchange)), exchange);
}

/** Shares of a whole along the last axis, and their logarithms. The row's maximum is taken off first: exp then cannot overflow. */
import type { KernelTensor } from '../kernels.js';
import type { ReferenceKernel } from './view.js';

/** Each row of the last axis, as [start, end). */
export function* rowsOf({ shape }: KernelTensor): Generator<readonly [start: number, end: number]> {
  const length = shape.at(-1) ?? 1;
  const size = shape.reduce((product, n) => product * n, 1);
  for (let start = 0; start < size; start += length) yield [start, start + length];
}

/** log(sum(exp(row))) */
export function logSumExp(values: ArrayLike<number>, start: number, end: number): number {
  let maximum = -Infinity;
  for (let i = start; i < end; i++) if (!(values[i]! <= maximum)) maximum = values[i]!;
  // An infinite maximum would make inf - inf; NaN falls through and is passed on.
  if (maximum === -Infinity) return -Infinity;
  let sum = 0;
  for (let i = start; i < end; i++) sum += Math.exp(values[i]! - maximum);
  return maximum + Math.log(sum);
}

export const softmax: ReferenceKernel<'softmax'> =
  (view) =>
  ([x], _attrs, [y]) => {
    const [X, Y] = [view(x), view(y)];
    for (const [start, end] of rowsOf(x)) {
      const total = logSumExp(X, start, end);
      for (let i = start; i < end; i++) Y[i] = Math.exp(X[i]! - total);
    }
  };

/** dx = y (dy - sum(dy y)) */
export const softmaxBackprop: ReferenceKernel<'softmaxBackprop'> =
  (view) =>
  ([dy, y], _attrs, [dx]) => {
    const [dY, Y, dX] = [view(dy), view(y), view(dx)];
    for (const [start, end] of rowsOf(y)) {
      let sum = 0;
      for (let i = start; i < end; i++) sum += dY[i]! * Y[i]!;
      for (let i = start; i < end; i++) dX[i] = Y[i]! * (dY[i]! - sum);
    }
  };

export const logSoftmax: ReferenceKernel<'logSoftmax'> =
  (view) =>
  ([x], _attrs, [y]) => {
    const [X, Y] = [view(x), view(y)];
    for (const [start, end] of rowsOf(x)) {
      const total = logSumExp(X, start, end);
      for (let i = start; i < end; i++) Y[i] = X[i]! - total;
    }
  };

/** dx = dy - exp(y) sum(dy) */
export const logSoftmaxBackprop: ReferenceKernel<'logSoftmaxBackprop'> =
  (view) =>
  ([dy, y], _attrs, [dx]) => {
    const [dY, Y, dX] = [view(dy), view(y), view(dx)];
    for (const [start, end] of rowsOf(y)) {
      let sum = 0;
      for (let i = start; i < end; i++) sum += dY[i]!;
      for (let i = start; i < end; i++) dX[i] = dY[i]! - Math.exp(Y[i]!) * sum;
    }
  };

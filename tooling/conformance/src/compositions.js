/** What a corpus asks for as one op and the engine says in two or three. */
import {
  add,
  broadcastTo,
  argMax,
  concat,
  exp,
  log,
  matMul,
  multiply,
  pad,
  reshape,
  slice,
  sqrt,
  square,
  subtract,
  sum,
} from '@convlens/tensor-core';

export const sumOfSquares = (x, options) => sum(square(x), options);
export const euclideanNorm = (x, options) => sqrt(sumOfSquares(x, options));
export const logSum = (x, options) => log(sum(x, options));
export const logSumExp = (x, options) => log(sum(exp(x), options));

/** `alpha * a b + beta * c` */
export function gemm(a, b, c, { alpha = 1, beta = 1, transposeA = false, transposeB = false }) {
  const product = matMul(a, b, { transposeA, transposeB });
  const scaled = alpha === 1 ? product : multiply(product, alpha);
  if (!c) return scaled;
  return add(scaled, beta === 1 ? c : multiply(c, beta));
}

/** A product in which a vector stands for a row on the left and for a column on the right, as in NumPy. */
export function product(a, b) {
  const isRow = a.shape.length === 1;
  const isColumn = b.shape.length === 1;
  const y = matMul(isRow ? reshape(a, [1, -1]) : a, isColumn ? reshape(b, [-1, 1]) : b);
  const rank = y.shape.length;
  return reshape(
    y,
    y.shape.filter((_, i) => !(isRow && i === rank - 2) && !(isColumn && i === rank - 1)),
  );
}

/** The given shape and the tensor's own repeat each other. */
export function expand(x, shape) {
  const rank = Math.max(shape.length, x.shape.length);
  const at = (sizes, i) => sizes[i - rank + sizes.length] ?? 1;
  return broadcastTo(
    x,
    Array.from({ length: rank }, (_, i) => (at(shape, i) === 1 ? at(x.shape, i) : at(shape, i))),
  );
}

/** Cuts an axis into pieces of the given lengths. */
export function split(x, lengths, axis) {
  let start = 0;
  return lengths.map((length) => {
    const begin = x.shape.map((_, i) => (i === axis ? start : 0));
    start += length;
    return slice(x, { begin, size: x.shape.map((size, i) => (i === axis ? length : size)) });
  });
}

/** Every n-th element of each axis: pad to a multiple of n, fold the axis in two, keep the first of each group. */
export function everyNth(x, steps) {
  return steps.reduce((y, step, axis) => (step === 1 ? y : everyNthOf(y, axis, step)), x);
}

function everyNthOf(x, axis, step) {
  const size = x.shape[axis];
  const groups = Math.ceil(size / step);
  const padded = pad(
    x,
    x.shape.map((_, i) => [0, i === axis ? groups * step - size : 0]),
  );
  const folded = reshape(padded, [...x.shape.slice(0, axis), groups, step, ...x.shape.slice(axis + 1)]);
  const first = slice(folded, { size: folded.shape.map((n, i) => (i === axis + 1 ? 1 : n)) });
  return reshape(
    first,
    x.shape.map((n, i) => (i === axis ? groups : n)),
  );
}

export function reverse(x, axis) {
  return concat(split(x, new Array(x.shape[axis]).fill(1), axis).reverse(), { axis });
}

/** Position of the last of equal maxima: the first one, seen from the other end. */
export function argMaxLast(x, axis) {
  return subtract(x.shape[axis] - 1, argMax(reverse(x, axis), axis));
}

/** One element at a time. Plain TypeScript, written to be read; slow. Every other backend is checked against it. */
import { sameShape } from '../broadcast.js';
import { positions, repeatingSteps } from './positions.js';
import type { BinaryKernel, UnaryKernel, View } from './view.js';

const binary =
  (f: (a: number, b: number) => number) =>
  (view: View): BinaryKernel =>
  ([a, b], _attrs, [y]) => {
    const [A, B, Y] = [view(a), view(b), view(y)];
    if (sameShape(a.shape, b.shape)) {
      for (let i = 0; i < Y.length; i++) Y[i] = f(A[i]!, B[i]!);
      return;
    }
    const inA = positions(y.shape, repeatingSteps(a.shape, y.shape));
    const inB = positions(y.shape, repeatingSteps(b.shape, y.shape));
    for (let i = 0; i < Y.length; i++) Y[i] = f(A[inA[i]!]!, B[inB[i]!]!);
  };

const unary =
  (f: (x: number) => number) =>
  (view: View): UnaryKernel =>
  ([x], _attrs, [y]) => {
    const [X, Y] = [view(x), view(y)];
    for (let i = 0; i < Y.length; i++) Y[i] = f(X[i]!);
  };

// Storing into an Int32Array truncates a quotient towards zero, which is what integer division means.
export const add = binary((a, b) => a + b);
export const subtract = binary((a, b) => a - b);
export const multiply = binary((a, b) => a * b);
export const divide = binary((a, b) => a / b);

export const negate = unary((x) => -x);
export const exp = unary(Math.exp);
export const log = unary(Math.log);
export const sqrt = unary(Math.sqrt);
export const square = unary((x) => x * x);

/** `x > 0 ? x : 0` would turn NaN into 0; NaN is passed on so that it is seen. */
export const relu = unary((x) => (x < 0 ? 0 : x));

export const reluBackprop = binary((dy, y) => (y > 0 ? dy : 0));

export const sigmoid = unary((x) => 1 / (1 + Math.exp(-x)));
export const tanh = unary(Math.tanh);

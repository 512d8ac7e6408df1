/** From one dtype to another. */
import type { ReferenceKernel } from './view.js';

export const cast: ReferenceKernel<'cast'> =
  (view) =>
  ([x], _attrs, [y]) => {
    const [X, Y] = [view(x), view(y)];
    if (y.dtype === 'bool') for (let i = 0; i < Y.length; i++) Y[i] = X[i] === 0 ? 0 : 1;
    // A typed array truncates towards zero and wraps around what does not fit, as C does.
    else for (let i = 0; i < Y.length; i++) Y[i] = X[i]!;
  };

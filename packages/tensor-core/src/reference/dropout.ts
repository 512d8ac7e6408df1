/** Zeroes some elements and scales the rest. The mask is a function of key and index, so the gradient draws the same one again. */
import { uniformAt } from '@convlens/random';
import type { ReferenceKernel } from './view.js';

export const dropout: ReferenceKernel<'dropout'> =
  (view) =>
  ([x], { rate, key }, [y]) => {
    const [X, Y] = [view(x), view(y)];
    const scale = 1 / (1 - rate);
    for (let i = 0; i < Y.length; i++) Y[i] = uniformAt(key, i) < rate ? 0 : X[i]! * scale;
  };

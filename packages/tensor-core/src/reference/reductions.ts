/** Sums, means and maxima over axes. */
import { positions, reducingSteps } from './positions.js';
import type { ReductionKernel, ReferenceKernel, View } from './view.js';

const summing =
  (scale: (count: number) => number) =>
  (view: View): ReductionKernel =>
  ([x], { axes }, [y]) => {
    const [X, Y] = [view(x), view(y)];
    const inY = positions(x.shape, reducingSteps(x.shape, axes));
    const sums = new Float64Array(Y.length);
    for (let i = 0; i < X.length; i++) sums[inY[i]!]! += X[i]!;
    const factor = scale(X.length / Y.length);
    for (let i = 0; i < Y.length; i++) Y[i] = sums[i]! * factor;
  };

export const sum = summing(() => 1);
export const mean = summing((count) => 1 / count);

export const max: ReferenceKernel<'max'> =
  (view) =>
  ([x], { axes }, [y]) => {
    const [X, Y] = [view(x), view(y)];
    firstMaxima(x.shape, axes, X, Y.length).forEach(
      (place, i) => (Y[i] = place === -1 ? -Infinity : X[place]!),
    );
  };

/** The whole of dy goes to the first of equal maxima. */
export const maxBackprop: ReferenceKernel<'maxBackprop'> =
  (view) =>
  ([dy, x], { axes }, [dx]) => {
    const [dY, X, dX] = [view(dy), view(x), view(dx)];
    dX.fill(0);
    firstMaxima(x.shape, axes, X, dY.length).forEach((place, i) => {
      if (place !== -1) dX[place] = dY[i]!;
    });
  };

export const argMax: ReferenceKernel<'argMax'> =
  (view) =>
  ([x], { axis }, [y]) => {
    const [X, Y] = [view(x), view(y)];
    const step = x.shape.slice(axis + 1).reduce((product, size) => product * size, 1);
    firstMaxima(x.shape, [axis], X, Y.length).forEach(
      (place, i) => (Y[i] = Math.floor(place / step) % x.shape[axis]!),
    );
  };

/** For each result of a reduction, the place in x of its first maximum, -1 where there is nothing. NaN beats everything, so that it is passed on. */
function firstMaxima(
  shape: readonly number[],
  axes: readonly number[],
  X: ArrayLike<number>,
  count: number,
): Int32Array {
  const inY = positions(shape, reducingSteps(shape, axes));
  const places = new Int32Array(count).fill(-1);
  for (let i = 0; i < X.length; i++) {
    const best = places[inY[i]!]!;
    if (best === -1 || beats(X[i]!, X[best]!)) places[inY[i]!] = i;
  }
  return places;
}

/** Whether a later value takes the place of an earlier maximum. */
export const beats = (later: number, earlier: number): boolean =>
  later > earlier || (Number.isNaN(later) && !Number.isNaN(earlier));

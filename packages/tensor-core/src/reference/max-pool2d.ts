/** The largest value of each window, and where its gradient goes. */
import type { WindowPlan } from '@convlens/geometry';
import type { KernelTensor } from '../kernels.js';
import { beats } from './reductions.js';
import type { ReferenceKernel } from './view.js';

export const maxPool2d: ReferenceKernel<'maxPool2d'> =
  (view) =>
  ([x], { plan }, [y]) => {
    const [X, Y] = [view(x), view(y)];
    winners(x, X, plan).forEach((place, i) => (Y[i] = place === -1 ? -Infinity : X[place]!));
  };

/** Windows overlap, so one cell may win several: it receives the sum. */
export const maxPool2dBackprop: ReferenceKernel<'maxPool2dBackprop'> =
  (view) =>
  ([dy, x], { plan }, [dx]) => {
    const [dY, dX] = [view(dy), view(dx)];
    const sums = new Float64Array(dX.length);
    winners(x, view(x), plan).forEach((place, i) => {
      if (place !== -1) sums[place]! += dY[i]!;
    });
    dX.set(sums);
  };

/**
 * For every output cell the place in x of its first maximum in row order. Padding never wins; a window that lies wholly
 * in the padding has no winner: -1.
 */
function winners(x: KernelTensor, X: ArrayLike<number>, plan: WindowPlan): Int32Array {
  const [batch, height, width, channels] = x.shape as readonly [number, number, number, number];
  const [outHeight, outWidth] = plan.output;
  const places = new Int32Array(batch * outHeight * outWidth * channels).fill(-1);
  let out = 0;
  for (let image = 0; image < batch; image++) {
    for (let outY = 0; outY < outHeight; outY++) {
      for (let outX = 0; outX < outWidth; outX++) {
        for (let channel = 0; channel < channels; channel++, out++) {
          for (let windowY = 0; windowY < plan.window[0]; windowY++) {
            const inY = outY * plan.strides[0] + windowY * plan.dilations[0] - plan.pads.top;
            if (inY < 0 || inY >= height) continue;
            for (let windowX = 0; windowX < plan.window[1]; windowX++) {
              const inX = outX * plan.strides[1] + windowX * plan.dilations[1] - plan.pads.left;
              if (inX < 0 || inX >= width) continue;
              const place = ((image * height + inY) * width + inX) * channels + channel;
              if (places[out] === -1 || beats(X[place]!, X[places[out]!]!)) places[out] = place;
            }
          }
        }
      }
    }
  }
  return places;
}

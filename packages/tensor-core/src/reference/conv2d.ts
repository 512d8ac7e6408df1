/** Plain TypeScript, written to be read. Slow. Every other backend is checked against it. */
import type { Conv2DAttrs, KernelTensor } from '../kernels.js';
import type { ReferenceKernel } from './view.js';

export const conv2d: ReferenceKernel<'conv2d'> =
  (view) =>
  ([x, filter], attrs, [y]) => {
    const [X, F, Y] = [view(x), view(filter), view(y)];
    const sums = new Float64Array(Y.length);
    forEachProduct(x, filter, y, attrs, (inX, inFilter, inY) => {
      sums[inY]! += X[inX]! * F[inFilter]!;
    });
    Y.set(sums);
  };

export const conv2dBackpropInput: ReferenceKernel<'conv2dBackpropInput'> =
  (view) =>
  ([dy, filter], attrs, [dx]) => {
    const [dY, F, dX] = [view(dy), view(filter), view(dx)];
    const sums = new Float64Array(dX.length);
    forEachProduct(dx, filter, dy, attrs, (inX, inFilter, inY) => {
      sums[inX]! += dY[inY]! * F[inFilter]!;
    });
    dX.set(sums);
  };

export const conv2dBackpropFilter: ReferenceKernel<'conv2dBackpropFilter'> =
  (view) =>
  ([x, dy], attrs, [dFilter]) => {
    const [X, dY, dF] = [view(x), view(dy), view(dFilter)];
    const sums = new Float64Array(dF.length);
    forEachProduct(x, dFilter, dy, attrs, (inX, inFilter, inY) => {
      sums[inFilter]! += X[inX]! * dY[inY]!;
    });
    dF.set(sums);
  };

/**
 * Visits every product of a convolution: which cell of x meets which cell of the filter for which cell of y.
 * Cells in the padding are 0 and are left out.
 */
function forEachProduct(
  x: KernelTensor,
  filter: KernelTensor,
  y: KernelTensor,
  { plan, groups }: Conv2DAttrs,
  visit: (inX: number, inFilter: number, inY: number) => void,
): void {
  const [batch, height, width, channels] = x.shape as readonly [number, number, number, number];
  const [filterHeight, filterWidth, inChannels, filters] = filter.shape as readonly [
    number,
    number,
    number,
    number,
  ];
  const [outHeight, outWidth] = plan.output;
  const filtersPerGroup = filters / groups;
  for (let image = 0; image < batch; image++) {
    for (let outY = 0; outY < outHeight; outY++) {
      for (let outX = 0; outX < outWidth; outX++) {
        for (let kernelY = 0; kernelY < filterHeight; kernelY++) {
          const inY = outY * plan.strides[0] + kernelY * plan.dilations[0] - plan.pads.top;
          if (inY < 0 || inY >= height) continue;
          for (let kernelX = 0; kernelX < filterWidth; kernelX++) {
            const inX = outX * plan.strides[1] + kernelX * plan.dilations[1] - plan.pads.left;
            if (inX < 0 || inX >= width) continue;
            const pixel = ((image * height + inY) * width + inX) * channels;
            const tap = (kernelY * filterWidth + kernelX) * inChannels;
            const out = ((image * outHeight + outY) * outWidth + outX) * filters;
            for (let channel = 0; channel < inChannels; channel++) {
              for (let f = 0; f < filters; f++) {
                const group = Math.floor(f / filtersPerGroup);
                visit(pixel + group * inChannels + channel, (tap + channel) * filters + f, out + f);
              }
            }
          }
        }
      }
    }
  }
}

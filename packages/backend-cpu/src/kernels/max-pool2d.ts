/** Max-pooling and its gradient. */
import type { WindowPlan } from '@convlens/geometry';
import { isFloat32 } from '../device.js';
import type { Device } from '../device.js';
import type { FastKernel } from '../route.js';

type Shape4 = readonly [number, number, number, number];

const windowArguments = ({ window, strides, dilations, pads }: WindowPlan) =>
  [window[0], window[1], strides[0], strides[1], dilations[0], dilations[1], pads.top, pads.left] as const;

export const maxPool2d =
  (device: Device): FastKernel<'maxPool2d'> =>
  ([x], { plan }, [y]) => {
    if (!isFloat32(x)) return false;
    const [batch, height, width, channels] = x.shape as Shape4;
    const [outHeight, outWidth] = plan.output;
    const [X, Y] = [device.address(x), device.address(y)];
    for (let image = 0; image < batch; image++) {
      const at = X + image * height * width * channels * 4;
      const to = Y + image * outHeight * outWidth * channels * 4;
      device.kernels.maxPool2d(
        at,
        height,
        width,
        channels,
        to,
        outHeight,
        outWidth,
        ...windowArguments(plan),
      );
    }
    return true;
  };

export const maxPool2dBackprop =
  (device: Device): FastKernel<'maxPool2dBackprop'> =>
  ([dy, x, y], { plan }, [dx]) => {
    if (!isFloat32(dy, x, y)) return false;
    const [batch, height, width, channels] = x.shape as Shape4;
    const [outHeight, outWidth] = plan.output;
    const [dY, X, Y, dX] = [device.address(dy), device.address(x), device.address(y), device.address(dx)];
    device.view(dx).fill(0);
    for (let image = 0; image < batch; image++) {
      const inside = image * height * width * channels * 4;
      const outside = image * outHeight * outWidth * channels * 4;
      device.kernels.maxPool2dBackprop(
        dY + outside,
        X + inside,
        Y + outside,
        height,
        width,
        channels,
        dX + inside,
        outHeight,
        outWidth,
        ...windowArguments(plan),
      );
    }
    return true;
  };

/** Steps of optimizers, in place. */
import { sizeOf } from '@convlens/tensor-core';
import { isFloat32 } from '../device.js';
import type { Device } from '../device.js';
import type { FastKernel } from '../route.js';

export const sgdStep =
  (device: Device): FastKernel<'sgdStep'> =>
  ([parameter, gradient], { learningRate }) => {
    if (!isFloat32(parameter)) return false;
    device.kernels.sgdStep(
      device.address(parameter),
      device.address(gradient),
      sizeOf(parameter.shape),
      learningRate,
    );
    return true;
  };

export const momentumStep =
  (device: Device): FastKernel<'momentumStep'> =>
  ([parameter, gradient, velocity], { learningRate, momentum, nesterov }) => {
    if (!isFloat32(parameter)) return false;
    const [P, G, V] = [parameter, gradient, velocity].map((tensor) => device.address(tensor)) as [
      number,
      number,
      number,
    ];
    device.kernels.momentumStep(P, G, V, sizeOf(parameter.shape), learningRate, momentum, nesterov ? 1 : 0);
    return true;
  };

export const adamStep =
  (device: Device): FastKernel<'adamStep'> =>
  ([parameter, gradient, first, second], { learningRate, beta1, beta2, epsilon }) => {
    if (!isFloat32(parameter)) return false;
    const [P, G, M, V] = [parameter, gradient, first, second].map((tensor) => device.address(tensor)) as [
      number,
      number,
      number,
      number,
    ];
    device.kernels.adamStep(
      P,
      G,
      M,
      V,
      sizeOf(parameter.shape),
      learningRate,
      beta1,
      beta2,
      1 - beta1,
      1 - beta2,
      epsilon,
    );
    return true;
  };

/** One number everywhere, and tensors joined: what a training step lays out between its sums. */
import { byteWidth, sizeOf } from '@convlens/tensor-core';
import { isFloat32 } from '../device.js';
import type { Device } from '../device.js';
import type { FastKernel } from '../route.js';

export const fill =
  (device: Device): FastKernel<'fill'> =>
  (_inputs, { value }, [y]) => {
    if (!isFloat32(y)) return false;
    device.kernels.fill(value, device.address(y), sizeOf(y.shape));
    return true;
  };

/** Of a single number; what has axes goes to the reference kernel. */
export const broadcastTo =
  (device: Device): FastKernel<'broadcastTo'> =>
  ([x], _attrs, [y]) => {
    if (!isFloat32(x) || sizeOf(x.shape) !== 1) return false;
    device.kernels.spread(device.address(x), device.address(y), sizeOf(y.shape));
    return true;
  };

/** Of any dtype: before the axis block by block, each in one piece. */
export const concat =
  (device: Device): FastKernel<'concat'> =>
  (inputs, { axis }, [y]) => {
    const blocks = sizeOf(y.shape.slice(0, axis));
    const width = byteWidth[y.dtype];
    const lengths = inputs.map(({ shape }) => sizeOf(shape.slice(axis)) * width);
    let to = device.address(y);
    for (let block = 0; block < blocks; block++) {
      inputs.forEach((input, index) => {
        const length = lengths[index]!;
        device.kernels.copy(device.address(input) + block * length, to, length);
        to += length;
      });
    }
    return true;
  };

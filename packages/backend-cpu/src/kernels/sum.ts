/** Sums and means over leading axes, or over all; other axes go to the reference kernel. */
import { sizeOf } from '@convlens/tensor-core';
import { isFloat32 } from '../device.js';
import type { Device } from '../device.js';
import type { FastKernel } from '../route.js';

const reduction =
  (isMean: boolean) =>
  (device: Device): FastKernel<'sum'> =>
  ([x], { axes }, [y]) => {
    const isLeading = axes.length > 0 && axes.every((axis, i) => axis === i);
    const columns = sizeOf(y.shape);
    const rows = sizeOf(x.shape) / columns;
    if (!isFloat32(x) || !isLeading || !(rows > 0)) return false;
    device.kernels.sumRows(device.address(x), rows, columns, device.address(y), isMean ? 1 / rows : 1);
    return true;
  };

export const sum = reduction(false);
export const mean = reduction(true);

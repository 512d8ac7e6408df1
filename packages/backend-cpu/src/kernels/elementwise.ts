/** Arithmetic on tensors of one shape, all by one number, a row added to all rows, and relu. Other broadcasts go to the reference kernels. */
import type { KernelTensor } from '@convlens/tensor-core';
import { sizeOf } from '@convlens/tensor-core';
import { isFloat32 } from '../device.js';
import type { Device } from '../device.js';
import type { FastKernel } from '../route.js';

const isSameShape = (a: KernelTensor, b: KernelTensor): boolean =>
  a.shape.length === b.shape.length && a.shape.every((size, axis) => size === b.shape[axis]);

const binary =
  (name: 'add' | 'subtract' | 'multiply' | 'reluBackprop') =>
  (device: Device): FastKernel<'add'> =>
  ([a, b], _attrs, [y]) => {
    if (!isFloat32(a, b) || !isSameShape(a, b)) return false;
    device.kernels[name](device.address(a), device.address(b), device.address(y), sizeOf(y.shape));
    return true;
  };

export const subtract = binary('subtract');

export const multiply =
  (device: Device): FastKernel<'multiply'> =>
  ([a, b], attrs, [y]) => {
    const isScaled = isFloat32(a, b) && b.shape.length === 0;
    if (!isScaled) return binary('multiply')(device)([a, b], attrs, [y]);
    device.kernels.scale(device.address(a), device.address(b), device.address(y), sizeOf(y.shape));
    return true;
  };

export const reluBackprop = binary('reluBackprop');

export const add =
  (device: Device): FastKernel<'add'> =>
  ([a, b], attrs, [y]) => {
    const columns = b.shape[0] ?? 0;
    const isRow =
      isFloat32(a, b) &&
      b.shape.length === 1 &&
      a.shape.length > 1 &&
      a.shape.at(-1) === columns &&
      columns > 0;
    if (!isRow) return binary('add')(device)([a, b], attrs, [y]);
    device.kernels.addRow(
      device.address(a),
      device.address(b),
      device.address(y),
      sizeOf(y.shape) / columns,
      columns,
    );
    return true;
  };

export const relu =
  (device: Device): FastKernel<'relu'> =>
  ([x], _attrs, [y]) => {
    if (!isFloat32(x)) return false;
    device.kernels.relu(device.address(x), device.address(y), sizeOf(y.shape));
    return true;
  };

/** Products of two matrices: convolutions of one row of pixels by windows of one. Batches of matrices go to the reference kernel. */
import type { FusedActivation, KernelTensor } from '@convlens/tensor-core';
import { isFloat32 } from '../device.js';
import type { Device } from '../device.js';
import type { FastKernel } from '../route.js';
import { panelBytes, panelsOf } from './convolution.js';

export const matMul =
  (device: Device): FastKernel<'matMul'> =>
  ([a, b], { transposeA, transposeB }, [y]) => {
    if (!isFloat32(a, b) || a.shape.length !== 2 || b.shape.length !== 2) return false;
    if (transposeA) return !transposeB && transposedProduct(device, a, b, y);
    return product(device, a, b, transposeB, undefined, 'none', y);
  };

export const matMulBias =
  (device: Device): FastKernel<'matMulBias'> =>
  ([a, b, bias], { activation }, [y]) =>
    isFloat32(a, b, bias) && product(device, a, b, false, bias, activation, y);

function product(
  device: Device,
  a: KernelTensor,
  b: KernelTensor,
  transposeB: boolean,
  bias: KernelTensor | undefined,
  activation: FusedActivation,
  y: KernelTensor,
): boolean {
  const [rows, inner] = a.shape as readonly [number, number];
  const columns = y.shape[1]!;
  if (rows * inner * columns === 0) return false;
  const bytes = panelBytes(inner);
  const [panels, runs, partial] = device.scratch(bytes * panelsOf(columns), 4, 128) as readonly [
    number,
    number,
    number,
  ];
  const { kernels } = device;
  device.writeOffsets(runs, [0]);
  const [rowStep, columnStep] = transposeB ? [4, inner * 4] : [columns * 4, 4];
  kernels.packPanels(device.address(b), inner, columns, rowStep, columnStep, panels, bytes);
  const floor = activation === 'relu' ? 0 : -Infinity;
  const B = bias ? device.address(bias) : 0;
  kernels.conv2d(
    device.address(a),
    inner * 4,
    0,
    rows,
    runs,
    1,
    inner,
    panels,
    columns,
    B,
    floor,
    device.address(y),
    columns * 4,
    0,
    rows,
    partial,
  );
  return true;
}

/** a' b: the sum runs over the rows of both, as in the gradient of a filter. */
function transposedProduct(device: Device, a: KernelTensor, b: KernelTensor, y: KernelTensor): boolean {
  const [inner, rows] = a.shape as readonly [number, number];
  const columns = b.shape[1]!;
  if (rows * inner * columns === 0) return false;
  const [taps] = device.scratch((rows + 3) * 4) as readonly [number];
  device.writeOffsets(taps, [...Array.from({ length: rows }, (_, row) => row * 4), 0, 0, 0]);
  device.view(y).fill(0);
  device.kernels.conv2dBackpropFilter(
    device.address(a),
    rows * 4,
    0,
    1,
    inner,
    taps,
    0,
    rows,
    device.address(b),
    columns * 4,
    32,
    columns,
    device.address(y),
    columns * 4,
  );
  return true;
}

/** Forward convolution, with or without a bias and relu. */
import type { Conv2DAttrs, FusedActivation, KernelTensor } from '@convlens/tensor-core';
import { isFloat32 } from '../device.js';
import type { Device } from '../device.js';
import type { FastKernel } from '../route.js';
import { fieldOf, panelBytes, panelsOf, runsOf } from './convolution.js';

type Shape4 = readonly [number, number, number, number];

export const conv2d =
  (device: Device): FastKernel<'conv2d'> =>
  ([x, filter], attrs, [y]) =>
    isFloat32(x, filter) && run(device, x, filter, undefined, attrs, 'none', y);

export const conv2dBias =
  (device: Device): FastKernel<'conv2dBias'> =>
  ([x, filter, bias], attrs, [y]) =>
    isFloat32(x, filter, bias) && run(device, x, filter, bias, attrs, attrs.activation, y);

function run(
  device: Device,
  x: KernelTensor,
  filter: KernelTensor,
  bias: KernelTensor | undefined,
  { plan, groups }: Conv2DAttrs,
  activation: FusedActivation,
  y: KernelTensor,
): boolean {
  const [batch, height, width, channels] = x.shape as Shape4;
  const [kernelHeight, kernelWidth, channelsOfGroup, filters] = filter.shape as Shape4;
  const { pads, strides } = plan;
  const [outHeight, outWidth] = plan.output;
  if (batch * outHeight * outWidth * channelsOfGroup * filters === 0) return false;
  const filtersOfGroup = filters / groups;
  const products = kernelHeight * kernelWidth * channelsOfGroup;
  const field = fieldOf(
    height + pads.top + pads.bottom,
    width + pads.left + pads.right,
    channels,
    pads.top,
    pads.left,
  );
  const { offsets, run: runLength } = runsOf(plan, field, channels, channelsOfGroup);
  const bytes = panelBytes(products);
  const groupBytes = bytes * panelsOf(filtersOfGroup);
  const [padded, panels, runs, partial] = device.scratch(
    field.byteLength,
    groupBytes * groups,
    offsets.length * 4,
    128,
  ) as Shape4;
  const { kernels } = device;
  const [X, F, Y] = [device.address(x), device.address(filter), device.address(y)];
  const B = bias ? device.address(bias) : 0;

  device.writeOffsets(runs, offsets);
  for (let group = 0; group < groups; group++) {
    kernels.packPanels(
      F + group * filtersOfGroup * 4,
      products,
      filtersOfGroup,
      filters * 4,
      4,
      panels + group * groupBytes,
      bytes,
    );
  }
  const imageBytes = height * width * field.pixel;
  const outBytes = outHeight * outWidth * filters * 4;
  const floor = activation === 'relu' ? 0 : -Infinity;
  const needsField = field.height !== height || field.width !== width;
  for (let image = 0; image < batch; image++) {
    const start = X + image * imageBytes;
    if (needsField)
      kernels.padImage(
        start,
        height,
        width,
        field.pixel,
        padded,
        field.byteLength,
        padded + field.origin,
        field.row,
        1,
        1,
      );
    for (let group = 0; group < groups; group++) {
      kernels.conv2d(
        (needsField ? padded : start) + group * channelsOfGroup * 4,
        strides[1] * field.pixel,
        strides[0] * field.row,
        outWidth,
        runs,
        offsets.length,
        runLength,
        panels + group * groupBytes,
        filtersOfGroup,
        B && B + group * filtersOfGroup * 4,
        floor,
        Y + image * outBytes + group * filtersOfGroup * 4,
        filters * 4,
        0,
        outHeight * outWidth,
        partial,
      );
    }
  }
  return true;
}

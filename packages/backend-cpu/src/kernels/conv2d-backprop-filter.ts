/** dFilter: what each tap of the window saw, times dy, summed over all positions and images. */
import { isFloat32 } from '../device.js';
import type { Device } from '../device.js';
import type { FastKernel } from '../route.js';
import { fieldOf } from './convolution.js';

type Shape4 = readonly [number, number, number, number];

export const conv2dBackpropFilter =
  (device: Device): FastKernel<'conv2dBackpropFilter'> =>
  ([x, dy], { plan, groups }, [dFilter]) => {
    const [batch, height, width, channels] = x.shape as Shape4;
    const [kernelHeight, kernelWidth, channelsOfGroup, filters] = dFilter.shape as Shape4;
    const [outHeight, outWidth] = plan.output;
    if (!isFloat32(x, dy) || batch * outHeight * outWidth * channels * filters === 0) return false;

    const { pads, strides, dilations } = plan;
    const filtersOfGroup = filters / groups;
    const field = fieldOf(
      height + pads.top + pads.bottom,
      width + pads.left + pads.right,
      channels,
      pads.top,
      pads.left,
    );
    const taps: number[] = [];
    for (let kernelY = 0; kernelY < kernelHeight; kernelY++) {
      for (let kernelX = 0; kernelX < kernelWidth; kernelX++) {
        const cell = kernelY * dilations[0] * field.row + kernelX * dilations[1] * field.pixel;
        for (let channel = 0; channel < channelsOfGroup; channel++) taps.push(cell + channel * 4);
      }
    }
    const [padded, list] = device.scratch(field.byteLength, (taps.length + 3) * 4) as readonly [
      number,
      number,
    ];
    const { kernels } = device;
    const [X, dY, dF] = [device.address(x), device.address(dy), device.address(dFilter)];

    device.writeOffsets(list, [...taps, 0, 0, 0]);
    device.view(dFilter).fill(0);
    const needsField = field.height !== height || field.width !== width;
    for (let image = 0; image < batch; image++) {
      const start = X + image * height * width * field.pixel;
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
        kernels.conv2dBackpropFilter(
          (needsField ? padded : start) + group * channelsOfGroup * 4,
          strides[1] * field.pixel,
          strides[0] * field.row,
          outHeight,
          outWidth,
          list,
          0,
          taps.length,
          dY + (image * outHeight * outWidth * filters + group * filtersOfGroup) * 4,
          filters * 4,
          32,
          filtersOfGroup,
          dF + group * filtersOfGroup * 4,
          filters * 4,
        );
      }
    }
    return true;
  };

/**
 * dx is a convolution too: of dy, laid out with gaps where the forward pass took steps and with a border of window size
 * less one, by the filter turned by half a turn, whose channels and filters have changed places.
 */
import { isFloat32 } from '../device.js';
import type { Device } from '../device.js';
import type { FastKernel } from '../route.js';
import { fieldOf, panelBytes, panelsOf, runsOf } from './convolution.js';

type Shape4 = readonly [number, number, number, number];

export const conv2dBackpropInput =
  (device: Device): FastKernel<'conv2dBackpropInput'> =>
  ([dy, filter], { plan, groups }, [dx]) => {
    const [batch, height, width, channels] = dx.shape as Shape4;
    const [kernelHeight, kernelWidth, channelsOfGroup, filters] = filter.shape as Shape4;
    const [outHeight, outWidth] = plan.output;
    const reachY = (kernelHeight - 1) * plan.dilations[0];
    const reachX = (kernelWidth - 1) * plan.dilations[1];
    const [top, left] = [reachY - plan.pads.top, reachX - plan.pads.left];
    const field = fieldOf(height + reachY, width + reachX, filters, top, left);
    // A border wider than the window, or steps that pass over its far edge, would reach out of the field.
    const lastY = top + (outHeight - 1) * plan.strides[0];
    const lastX = left + (outWidth - 1) * plan.strides[1];
    const fits = top >= 0 && left >= 0 && lastY < field.height && lastX < field.width;
    if (
      !fits ||
      !isFloat32(dy, filter) ||
      batch * height * width * channels * filters * outHeight * outWidth === 0
    )
      return false;

    const filtersOfGroup = filters / groups;
    const taps = kernelHeight * kernelWidth;
    const bytes = panelBytes(taps * filtersOfGroup);
    const groupBytes = bytes * panelsOf(channelsOfGroup);
    const { offsets, run } = runsOf(plan, field, filters, filtersOfGroup);
    const [padded, panels, runs, partial] = device.scratch(
      field.byteLength,
      groupBytes * groups,
      offsets.length * 4,
      128,
    ) as Shape4;
    const { kernels } = device;
    const [F, dY, dX] = [device.address(filter), device.address(dy), device.address(dx)];

    device.writeOffsets(runs, offsets);
    for (let group = 0; group < groups; group++) {
      for (let tap = 0; tap < taps; tap++) {
        const turned = F + (taps - 1 - tap) * channelsOfGroup * filters * 4 + group * filtersOfGroup * 4;
        kernels.packPanels(
          turned,
          filtersOfGroup,
          channelsOfGroup,
          4,
          filters * 4,
          panels + group * groupBytes + tap * filtersOfGroup * 32,
          bytes,
        );
      }
    }
    for (let image = 0; image < batch; image++) {
      const start = dY + image * outHeight * outWidth * field.pixel;
      kernels.padImage(
        start,
        outHeight,
        outWidth,
        field.pixel,
        padded,
        field.byteLength,
        padded + field.origin,
        field.row,
        plan.strides[1],
        plan.strides[0],
      );
      for (let group = 0; group < groups; group++) {
        kernels.conv2d(
          padded + group * filtersOfGroup * 4,
          field.pixel,
          field.row,
          width,
          runs,
          offsets.length,
          run,
          panels + group * groupBytes,
          channelsOfGroup,
          0,
          -Infinity,
          dX + image * height * width * channels * 4 + group * channelsOfGroup * 4,
          channels * 4,
          0,
          height * width,
          partial,
        );
      }
    }
    return true;
  };

/** Softmax, and cross-entropy with integer classes; shares of classes go to the reference kernel. */
import { sizeOf } from '@convlens/tensor-core';
import type { KernelTensor } from '@convlens/tensor-core';
import { isFloat32 } from '../device.js';
import type { Device } from '../device.js';
import { labelOutOfRange } from '../errors.js';
import type { FastKernel } from '../route.js';

const rowsOf = ({ shape }: KernelTensor): readonly [rows: number, columns: number] => {
  const columns = shape.at(-1) ?? 1;
  return [columns === 0 ? 0 : sizeOf(shape) / columns, columns];
};

export const softmax =
  (device: Device): FastKernel<'softmax'> =>
  ([x], _attrs, [y]) => {
    if (!isFloat32(x)) return false;
    device.kernels.softmax(device.address(x), device.address(y), ...rowsOf(x));
    return true;
  };

export const softmaxCrossEntropy =
  (device: Device): FastKernel<'softmaxCrossEntropy'> =>
  ([logits, labels], { labelSmoothing }, [loss, logProbabilities]) => {
    if (!isFloat32(logits) || labels.dtype !== 'int32') return false;
    const [rows, classes] = rowsOf(logits);
    const wrong = device.view(labels).find((label) => label < 0 || label >= classes);
    if (wrong !== undefined) throw labelOutOfRange(wrong, classes);
    device.kernels.softmaxCrossEntropy(
      device.address(logits),
      device.address(labels),
      device.address(loss),
      device.address(logProbabilities),
      rows,
      classes,
      labelSmoothing,
    );
    return true;
  };

export const softmaxCrossEntropyBackprop =
  (device: Device): FastKernel<'softmaxCrossEntropyBackprop'> =>
  ([dy, logProbabilities, labels], { labelSmoothing }, [dLogits]) => {
    if (!isFloat32(dy, logProbabilities) || labels.dtype !== 'int32') return false;
    device.kernels.softmaxCrossEntropyBackprop(
      device.address(dy),
      device.address(logProbabilities),
      device.address(labels),
      device.address(dLogits),
      ...rowsOf(logProbabilities),
      labelSmoothing,
    );
    return true;
  };

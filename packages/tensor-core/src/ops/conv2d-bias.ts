/** What a convolutional layer computes, in one kernel where the backend has it. */
import { formatShape, invalidShape, mixedDTypes } from '../errors.js';
import type { FusedActivation } from '../kernels.js';
import { defineOp } from '../op.js';
import type { Tensor } from '../tensor.js';
import { assertActivation } from './activation.js';
import { add } from './add.js';
import { sumTo } from './binary.js';
import { conv2d, conv2dAttrs, conv2dBackpropFilter, conv2dBackpropInput, outputSpec } from './conv2d.js';
import type { Conv2DOptions } from './conv2d.js';
import { relu, reluBackprop } from './relu.js';

const op = defineOp<'conv2dBias'>({
  name: 'conv2dBias',
  inferOutputs([x, filter, bias], attrs) {
    const filters = filter!.shape[3]!;
    if (bias!.shape.length !== 1 || bias!.shape[0] !== filters) {
      throw invalidShape(
        'conv2dBias',
        `a bias of shape [${filters}], one for each filter`,
        formatShape(bias!.shape),
        'Reshape the bias.',
      );
    }
    if (bias!.dtype !== x!.dtype) throw mixedDTypes('conv2dBias', x!.dtype, bias!.dtype);
    return [outputSpec(x!, filter!, attrs)];
  },
  gradient({ dys: [dy], inputs: [x, filter, bias], outputs: [y], attrs }) {
    const dSum = attrs.activation === 'relu' ? reluBackprop(dy!, y!) : dy!;
    return [
      () => conv2dBackpropInput(dSum, filter!, x!, attrs),
      () => conv2dBackpropFilter(x!, dSum, filter!, attrs),
      () => sumTo(dSum, bias!),
    ];
  },
  compose([x, filter, bias], { plan, groups, activation }) {
    const options = { strides: plan.strides, padding: plan.pads, dilations: plan.dilations, groups };
    const sum = add(conv2d(x!, filter!, options), bias!);
    return [activation === 'relu' ? relu(sum) : sum];
  },
});

/**
 * `activation(conv2d(x, filter) + bias)`, to the same bits as the three ops one after the other.
 *
 * - `x`: `[batch, height, width, inChannels]` · `filter`: `[filterHeight, filterWidth, inChannels / groups, filters]` ·
 *   `bias`: `[filters]`
 * - returns `[batch, outHeight, outWidth, filters]`
 *
 * @param options Those of `conv2d`, and `activation`: `'none'` unless told.
 * @throws what `conv2d` throws, and ShapeError `INVALID_SHAPE` or `MIXED_DTYPES` for a bias that does not fit, `INVALID_OPTION`
 * @example conv2dBias(images, filter, bias, { padding: 'same', activation: 'relu' }).shape // [32, 28, 28, 8]
 */
export function conv2dBias(
  x: Tensor,
  filter: Tensor,
  bias: Tensor,
  options: Conv2DOptions & { readonly activation?: FusedActivation } = {},
): Tensor {
  const { activation = 'none' } = options;
  assertActivation('conv2dBias', activation);
  const attrs = { ...conv2dAttrs('conv2dBias', x, filter, options), activation };
  return x.runtime.run(op, [x, filter, bias], attrs)[0]!;
}

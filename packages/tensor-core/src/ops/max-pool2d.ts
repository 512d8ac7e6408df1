/** The largest value of each window. Average pooling is not here yet. */
import { windowPlan } from '@convlens/geometry';
import type { Padding, Pair } from '@convlens/geometry';
import { wrongRank } from '../errors.js';
import { defineOp } from '../op.js';
import { assertTensor } from '../tensor.js';
import type { Tensor } from '../tensor.js';

export interface MaxPool2DOptions {
  readonly windowSize: Pair;
  /** As the window, so that windows do not overlap, unless told. */
  readonly strides?: Pair | undefined;
  /** `'valid'` unless told; padding never wins. */
  readonly padding?: Padding | undefined;
  /** 1 unless told. */
  readonly dilations?: Pair | undefined;
}

const backprop = defineOp<'maxPool2dBackprop'>({
  name: 'maxPool2dBackprop',
  inferOutputs: ([, x]) => [{ shape: x!.shape, dtype: x!.dtype }],
});

const op = defineOp<'maxPool2d'>({
  name: 'maxPool2d',
  inferOutputs: ([x], { plan }) => [{ shape: [x!.shape[0]!, ...plan.output, x!.shape[3]!], dtype: x!.dtype }],
  gradient: ({ dys: [dy], inputs: [x], outputs: [y], attrs }) => [
    () => x!.runtime.run(backprop, [dy!, x!, y!], attrs)[0]!,
  ],
});

/**
 * Keeps the largest value of each window, channel by channel. NaN is passed on.
 *
 * - `x`: `[batch, height, width, channels]` · returns `[batch, outHeight, outWidth, channels]`
 * - the gradient goes to the first of equal maxima in row order
 *
 * @throws ShapeError `WRONG_RANK`; GeometryError for impossible windows
 * @example maxPool2d(maps, { windowSize: 2 }).shape // [32, 14, 14, 8] for maps of [32, 28, 28, 8]
 */
export function maxPool2d(
  x: Tensor,
  { windowSize, strides = windowSize, padding, dilations }: MaxPool2DOptions,
): Tensor {
  assertTensor('maxPool2d', 0, x);
  if (x.shape.length !== 4)
    throw wrongRank(
      'maxPool2d',
      'x',
      'batch, height, width, channels',
      x.shape,
      'Reshape x to a batch of images.',
    );
  const plan = windowPlan('maxPool2d', {
    input: [x.shape[1]!, x.shape[2]!],
    window: windowSize,
    strides,
    padding,
    dilations,
  });
  return x.runtime.run(op, [x], { plan })[0]!;
}

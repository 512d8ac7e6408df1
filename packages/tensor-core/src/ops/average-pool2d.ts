/** The mean of each window: a convolution of every channel by itself with one constant filter. */
import { windowPlan } from '@convlens/geometry';
import type { Padding, Pair, WindowPlan } from '@convlens/geometry';
import { sizeOf } from '../dtype.js';
import { wrongRank } from '../errors.js';
import { runtimeOf } from '../tensor.js';
import type { Tensor } from '../tensor.js';
import { conv2d } from './conv2d.js';
import { fill } from './fill.js';
import { multiply } from './multiply.js';
import { assertFloat } from './unary.js';

export interface AveragePool2DOptions {
  readonly windowSize: Pair;
  /** As the window, so that windows do not overlap, unless told. */
  readonly strides?: Pair | undefined;
  /** `'valid'` unless told; padded cells are not counted. */
  readonly padding?: Padding | undefined;
}

/**
 * Takes the mean of each window, channel by channel; cells of the padding count neither in the sum nor in the divisor.
 *
 * - `x`: `[batch, height, width, channels]` · returns `[batch, outHeight, outWidth, channels]`
 * - the gradient goes to all cells of a window in equal shares
 *
 * @throws ShapeError `WRONG_RANK`, `WRONG_DTYPE` for integers; GeometryError for impossible windows
 * @example averagePool2d(maps, { windowSize: 2 }).shape // [32, 14, 14, 8] for maps of [32, 28, 28, 8]
 */
export function averagePool2d(
  x: Tensor,
  { windowSize, strides = windowSize, padding }: AveragePool2DOptions,
): Tensor {
  const runtime = runtimeOf('averagePool2d', x);
  assertFloat('averagePool2d', 'x', x);
  if (x.shape.length !== 4)
    throw wrongRank(
      'averagePool2d',
      'x',
      'batch, height, width, channels',
      x.shape,
      'Reshape x to a batch of images.',
    );
  const [, height, width, channels] = x.shape as readonly [number, number, number, number];
  const plan = windowPlan('averagePool2d', {
    input: [height, width],
    window: windowSize,
    strides,
    padding,
  });
  const cells = plan.window[0] * plan.window[1];
  const filter = fill(runtime, [...plan.window, 1, channels], 1 / cells, x.dtype);
  const means = conv2d(x, filter, { strides: plan.strides, padding: plan.pads, groups: channels });
  const isPadded = Object.values(plan.pads).some((pad) => pad > 0);
  if (!isPadded) return means;
  const shape = [...plan.output, 1];
  const shares = Float64Array.from(countsOf(plan, [height, width]), (count) => cells / count);
  const data = x.dtype === 'float64' ? shares : Float32Array.from(shares);
  return sizeOf(shape) === 0 ? means : multiply(means, runtime.tensor(data, shape));
}

/** How many cells of the input each window covers. */
function countsOf(plan: WindowPlan, [height, width]: readonly [number, number]): readonly number[] {
  const along = (axis: 0 | 1, before: number, size: number): readonly number[] =>
    Array.from({ length: plan.output[axis] }, (_, out) => {
      const start = out * plan.strides[axis] - before;
      // A window that lies wholly in the padding covers none: its mean is no number.
      return Math.max(0, Math.min(size, start + plan.window[axis]) - Math.max(0, start));
    });
  const columns = along(1, plan.pads.left, width);
  return along(0, plan.pads.top, height).flatMap((rows) => columns.map((count) => rows * count));
}

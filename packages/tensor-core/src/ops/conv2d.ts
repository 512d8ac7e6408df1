/** Two-dimensional convolution (a cross-correlation, as in every deep-learning library) and its gradients. */
import { windowPlan } from '@convlens/geometry';
import type { Padding, Pair } from '@convlens/geometry';
import { formatShape, invalidOption, invalidShape, mixedDTypes, wrongRank } from '../errors.js';
import type { Conv2DAttrs } from '../kernels.js';
import { defineOp } from '../op.js';
import type { TensorSpec } from '../op.js';
import { assertTensor } from '../tensor.js';
import type { Tensor } from '../tensor.js';
import { assertMultipliable } from './numbers.js';

export interface Conv2DOptions {
  /** 1 unless told. */
  readonly strides?: Pair | undefined;
  /** `'valid'` unless told. */
  readonly padding?: Padding | undefined;
  /** 1 unless told. */
  readonly dilations?: Pair | undefined;
  /** 1 unless told; input channels and filters are split evenly. */
  readonly groups?: number | undefined;
}

/**
 * Every product `x * filter` adds to one output. So dx gathers dy through the same filter cells, and dFilter gathers
 * dy through the same image cells: two more convolutions (Dumoulin & Visin 2016, section 4).
 */
const op = defineOp<'conv2d'>({
  name: 'conv2d',
  inferOutputs: ([x, filter], attrs) => [outputSpec(x!, filter!, attrs)],
  gradient: ({ dys: [dy], inputs: [x, filter], attrs }) => [
    () => conv2dBackpropInput(dy!, filter!, x!, attrs),
    () => conv2dBackpropFilter(x!, dy!, filter!, attrs),
  ],
});

/**
 * Convolves each image with a bank of filters.
 *
 * - `x`: `[batch, height, width, inChannels]` · `filter`: `[filterHeight, filterWidth, inChannels / groups, filters]`
 * - returns `[batch, outHeight, outWidth, filters]`
 *
 * `padding: 'same'` keeps height and width at stride 1; the default `'valid'` uses only whole windows.
 *
 * @throws ShapeError when x or filter is not of rank 4 (`WRONG_RANK`), channels do not fit (`INVALID_SHAPE`) or groups
 * do not divide them (`INVALID_OPTION`), dtypes differ or are not float or int32 (`MIXED_DTYPES`, `WRONG_DTYPE`); GeometryError for impossible windows.
 * @example conv2d(images, filter, { padding: 'same' }).shape // [32, 28, 28, 8]
 */
export function conv2d(x: Tensor, filter: Tensor, options: Conv2DOptions = {}): Tensor {
  const attrs = conv2dAttrs('conv2d', x, filter, options);
  return x.runtime.run(op, [x, filter], attrs)[0]!;
}

/** Resolves the options of a convolution to what its kernels need, and checks that the tensors fit. */
export function conv2dAttrs(name: string, x: Tensor, filter: Tensor, options: Conv2DOptions): Conv2DAttrs {
  assertTensor(name, 0, x);
  assertTensor(name, 1, filter);
  const groups = options.groups ?? 1;
  assertConvolvable(name, x, filter, groups);
  const plan = windowPlan(name, {
    input: [x.shape[1]!, x.shape[2]!],
    window: [filter.shape[0]!, filter.shape[1]!],
    strides: options.strides,
    padding: options.padding,
    dilations: options.dilations,
  });
  return { plan, groups };
}

export function outputSpec(x: TensorSpec, filter: TensorSpec, { plan }: Conv2DAttrs): TensorSpec {
  return { shape: [x.shape[0]!, ...plan.output, filter.shape[3]!], dtype: x.dtype };
}

function assertConvolvable(name: string, x: TensorSpec, filter: TensorSpec, groups: number): void {
  if (x.shape.length !== 4) {
    throw wrongRank(name, 'x', 'batch, height, width, channels', x.shape, remedyForRank(x));
  }
  if (filter.shape.length !== 4) {
    throw wrongRank(
      name,
      'filter',
      'height, width, inChannels, filters',
      filter.shape,
      'Reshape the filter.',
    );
  }
  if (x.dtype !== filter.dtype) throw mixedDTypes(name, x.dtype, filter.dtype);
  assertMultipliable(name, 'x', x);
  const channels = x.shape[3]!;
  const filters = filter.shape[3]!;
  if (!Number.isInteger(groups) || groups < 1 || channels % groups !== 0 || filters % groups !== 0) {
    throw invalidOption(
      name,
      'groups',
      `a whole number that divides ${channels} channels and ${filters} filters`,
      groups,
      'Use 1, or another common divisor.',
    );
  }
  if (filter.shape[2] !== channels / groups) {
    throw invalidShape(
      name,
      `a filter for ${channels / groups} input channels (${channels} in ${groups} group${groups === 1 ? '' : 's'})`,
      `${formatShape(filter.shape)} for x ${formatShape(x.shape)}`,
      'The third axis of the filter is the input channels of one group.',
    );
  }
}

function remedyForRank(x: TensorSpec): string {
  const [height, width] = x.shape;
  return x.shape.length === 2
    ? `Add the missing axes: reshape(x, [1, ${height}, ${width}, 1]).`
    : 'Reshape x to a batch of images.';
}

/** dx, of `x`'s shape. */
export function conv2dBackpropInput(dy: Tensor, filter: Tensor, x: TensorSpec, attrs: Conv2DAttrs): Tensor {
  const backprop = defineOp<'conv2dBackpropInput'>({
    name: 'conv2dBackpropInput',
    inferOutputs: () => [{ shape: x.shape, dtype: x.dtype }],
  });
  return dy.runtime.run(backprop, [dy, filter], attrs)[0]!;
}

/** dFilter, of `filter`'s shape. */
export function conv2dBackpropFilter(x: Tensor, dy: Tensor, filter: TensorSpec, attrs: Conv2DAttrs): Tensor {
  const backprop = defineOp<'conv2dBackpropFilter'>({
    name: 'conv2dBackpropFilter',
    inferOutputs: () => [{ shape: filter.shape, dtype: filter.dtype }],
  });
  return dy.runtime.run(backprop, [x, dy], attrs)[0]!;
}

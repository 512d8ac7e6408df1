/** Joins tensors along an axis. */
import { formatShape, invalidOption, invalidShape, mixedDTypes } from '../errors.js';
import { defineOp } from '../op.js';
import type { TensorSpec } from '../op.js';
import { assertTensor } from '../tensor.js';
import type { Tensor } from '../tensor.js';
import { resolveAxis } from './reduction.js';
import { slice } from './slice.js';

const op = defineOp<'concat'>({
  name: 'concat',
  inferOutputs(inputs, { axis }) {
    const [first] = inputs;
    for (const input of inputs) assertJoinable(first!, input, axis);
    const length = inputs.reduce((total, { shape }) => total + shape[axis]!, 0);
    return [{ shape: first!.shape.map((size, i) => (i === axis ? length : size)), dtype: first!.dtype }];
  },
  gradient: ({ dys: [dy], inputs, attrs: { axis } }) =>
    inputs.map((input, position) => () => {
      const start = inputs.slice(0, position).reduce((total, { shape }) => total + shape[axis]!, 0);
      return slice(dy!, { begin: input.shape.map((_, i) => (i === axis ? start : 0)), size: input.shape });
    }),
});

/**
 * Joins tensors one after the other along an axis.
 *
 * - `inputs`: at least one, of one dtype, with equal shapes but for that axis
 *
 * @param axis 0 unless told; -1 is the last.
 * @throws ShapeError `INVALID_OPTION` for no input, `INVALID_SHAPE`, `MIXED_DTYPES`, `INVALID_AXIS`
 * @example concat([a, b], { axis: 1 }).shape // [2, 5] for a of [2, 3] and b of [2, 2]
 */
export function concat(inputs: readonly Tensor[], { axis = 0 }: { readonly axis?: number } = {}): Tensor {
  const [first] = inputs;
  if (!first)
    throw invalidOption('concat', 'inputs', 'at least one tensor', 'none', 'Give it something to join.');
  inputs.forEach((input, index) => assertTensor('concat', index, input));
  return first.runtime.run(op, inputs, { axis: resolveAxis('concat', first.shape, axis) })[0]!;
}

function assertJoinable(first: TensorSpec, other: TensorSpec, axis: number): void {
  if (first.dtype !== other.dtype) throw mixedDTypes('concat', first.dtype, other.dtype);
  const isSame =
    other.shape.length === first.shape.length &&
    other.shape.every((size, i) => i === axis || size === first.shape[i]);
  if (!isSame) {
    throw invalidShape(
      'concat',
      `shapes like ${formatShape(first.shape)}, equal but for axis ${axis}`,
      formatShape(other.shape),
      'Reshape or slice one of them.',
    );
  }
}

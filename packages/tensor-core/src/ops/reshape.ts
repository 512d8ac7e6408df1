/** The same values in the same order under another shape; shares the buffer. */
import type { Shape } from '@convlens/types';
import { sizeOf } from '../dtype.js';
import { formatShape, invalidShape } from '../errors.js';
import type { AnyOp } from '../op.js';
import { assertTensor } from '../tensor.js';
import type { Tensor } from '../tensor.js';

/** Has no kernel: no byte moves. */
const op: AnyOp = {
  name: 'reshape',
  inferOutputs: ([x], { shape }: { readonly shape: Shape }) => [{ shape, dtype: x!.dtype }],
  gradient: ({ dys: [dy], inputs: [x] }) => [() => reshape(dy!, x!.shape)],
};

/**
 * Gives a tensor another shape of the same size; one axis may be -1 and is worked out.
 *
 * @throws ShapeError `INVALID_SHAPE` when the sizes differ.
 * @example reshape(images, [32, -1]).shape // [32, 784] for images of [32, 28, 28, 1]
 */
export function reshape(x: Tensor, shape: Shape): Tensor {
  assertTensor('reshape', 0, x);
  const target = resolve(x.shape, shape);
  return x.runtime.view(op, x, target, { shape: target });
}

function resolve(from: Shape, to: Shape): Shape {
  const known = to.filter((size) => size !== -1).reduce((product, size) => product * size, 1);
  const target = to.map((size) => (size === -1 ? sizeOf(from) / known : size));
  const unknown = to.length - to.filter((size) => size !== -1).length;
  if (
    unknown > 1 ||
    !target.every((size) => Number.isInteger(size) && size >= 0) ||
    sizeOf(target) !== sizeOf(from)
  ) {
    throw invalidShape(
      'reshape',
      `a shape of ${sizeOf(from)} elements with at most one -1`,
      formatShape(to),
      `The input is ${formatShape(from)}.`,
    );
  }
  return target;
}

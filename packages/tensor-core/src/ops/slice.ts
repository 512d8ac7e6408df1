/** Cuts a block out. */
import type { Shape } from '@convlens/types';
import { formatShape, invalidShape } from '../errors.js';
import { defineOp } from '../op.js';
import type { Op } from '../op.js';
import { assertTensor } from '../tensor.js';
import type { Tensor } from '../tensor.js';
import { pad } from './pad.js';

// The size is no attribute of the kernel: it reads it off its output.
const ofSize = (size: Shape): Op<'slice'> =>
  defineOp<'slice'>({
    name: 'slice',
    inferOutputs: ([x]) => [{ shape: size, dtype: x!.dtype }],
    gradient: ({ dys: [dy], inputs: [x], attrs: { begin } }) => [
      () =>
        pad(
          dy!,
          begin.map((start, axis) => [start, x!.shape[axis]! - start - size[axis]!]),
        ),
    ],
  });

export interface SliceOptions {
  /** First index along each axis; 0 unless told. */
  readonly begin?: readonly number[];
  /** Length along each axis; up to the end unless told, or where -1. */
  readonly size?: readonly number[];
}

/**
 * Cuts the block of the given size that starts at `begin`.
 *
 * @throws ShapeError `INVALID_SHAPE` when the block does not lie inside `x`
 * @example slice(images, { begin: [0, 4, 4, 0], size: [-1, 20, 20, 1] }).shape // [32, 20, 20, 1]
 */
export function slice(x: Tensor, options: SliceOptions = {}): Tensor {
  assertTensor('slice', 0, x);
  const { begin = x.shape.map(() => 0), size = x.shape.map(() => -1) } = options;
  const lengths = size.map((length, axis) => (length === -1 ? x.shape[axis]! - begin[axis]! : length));
  const fits = (axis: number): boolean => {
    const [start, length] = [begin[axis]!, lengths[axis]!];
    return (
      Number.isInteger(start) &&
      Number.isInteger(length) &&
      start >= 0 &&
      length >= 0 &&
      start + length <= x.shape[axis]!
    );
  };
  if (
    begin.length !== x.shape.length ||
    size.length !== x.shape.length ||
    !x.shape.every((_, axis) => fits(axis))
  ) {
    throw invalidShape(
      'slice',
      `a block inside ${formatShape(x.shape)}`,
      `begin ${formatShape(begin)}, size ${formatShape(size)}`,
      'Give every axis a begin and a size; -1 reaches to the end.',
    );
  }
  return x.runtime.run(ofSize(lengths), [x], { begin: [...begin] })[0]!;
}

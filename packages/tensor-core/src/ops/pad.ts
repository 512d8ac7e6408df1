/** Adds a border of one value. Reflecting and repeating borders are not here yet. */
import { invalidOption } from '../errors.js';
import { defineOp } from '../op.js';
import type { Op } from '../op.js';
import { assertTensor } from '../tensor.js';
import type { Tensor } from '../tensor.js';
import { assertHolds } from './numbers.js';
import { slice } from './slice.js';

export type Paddings = readonly (readonly [before: number, after: number])[];

// What comes after is no attribute of the kernel: it follows from the output's shape.
const withPaddings = (paddings: Paddings): Op<'pad'> =>
  defineOp<'pad'>({
    name: 'pad',
    inferOutputs: ([x]) => [
      {
        shape: x!.shape.map((size, axis) => size + paddings[axis]![0] + paddings[axis]![1]),
        dtype: x!.dtype,
      },
    ],
    gradient: ({ dys: [dy], inputs: [x] }) => [
      () => slice(dy!, { begin: paddings.map(([before]) => before), size: x!.shape }),
    ],
  });

/**
 * Adds `paddings[axis] = [before, after]` cells of `value` along each axis.
 *
 * @param value 0 unless told.
 * @throws ShapeError `INVALID_OPTION` unless there is a pair of whole numbers of 0 or more for every axis, and a value that the dtype holds
 * @example pad(runtime.tensor(Float32Array.of(1, 2), [2]), [[1, 0]]) // [0, 1, 2]
 */
export function pad(x: Tensor, paddings: Paddings, value = 0): Tensor {
  assertTensor('pad', 0, x);
  const isValid =
    paddings.length === x.shape.length &&
    paddings.every((pair) => pair.length === 2) &&
    paddings.flat().every((count) => Number.isInteger(count) && count >= 0);
  if (!isValid) {
    throw invalidOption(
      'pad',
      'paddings',
      `${x.shape.length} pairs [before, after] of whole numbers of 0 or more`,
      JSON.stringify(paddings),
      'Give every axis a pair; to cut cells off, use slice.',
    );
  }
  assertHolds('pad', 'value', x.dtype, value);
  const own = paddings.map(([before, after]) => [before, after] as const);
  return x.runtime.run(withPaddings(own), [x], {
    before: own.map(([before]) => before),
    value,
  })[0]!;
}

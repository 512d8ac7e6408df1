/** Where elements lie: the one piece of index arithmetic that the reference kernels share. */
import type { Shape } from '@convlens/types';
import { stridesOf } from '../broadcast.js';

/**
 * For every element of `shape`, in row order, the place `offset + sum of index * step` over the axes.
 * @example positions([2, 3], [3, 1]) // [0, 1, 2, 3, 4, 5]: row-major
 * @example positions([3, 2], [1, 3]) // [0, 3, 1, 4, 2, 5]: transposed
 * @example positions([2, 3], [0, 1]) // [0, 1, 2, 0, 1, 2]: a row, repeated
 */
export function positions(shape: Shape, steps: readonly number[], offset = 0): Int32Array {
  let places = Int32Array.of(offset);
  shape.forEach((size, axis) => {
    const next = new Int32Array(places.length * size);
    let written = 0;
    for (const place of places) for (let i = 0; i < size; i++) next[written++] = place + i * steps[axis]!;
    places = next;
  });
  return places;
}

/** Steps through a tensor of shape `from` that is repeated to shape `to`: 0 along a repeated axis. */
export function repeatingSteps(from: Shape, to: Shape): readonly number[] {
  const strides = stridesOf(from);
  return to.map((_, axis) => {
    const original = axis - to.length + from.length;
    return original < 0 || from[original] === 1 ? 0 : strides[original]!;
  });
}

/** Steps through the result of a reduction along the elements of its input: 0 along a reduced axis. */
export function reducingSteps(shape: Shape, axes: readonly number[]): readonly number[] {
  const strides = stridesOf(shape.map((size, axis) => (axes.includes(axis) ? 1 : size)));
  return shape.map((_, axis) => (axes.includes(axis) ? 0 : strides[axis]!));
}

/** The place of an index. */
export const placeOf = (index: readonly number[], strides: readonly number[]): number =>
  index.reduce((sum, i, axis) => sum + i * strides[axis]!, 0);

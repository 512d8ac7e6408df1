/** What sum, mean and max share: which axes go, and what shape is left. */
import type { Shape } from '@convlens/types';
import { invalidAxis, invalidShape } from '../errors.js';
import type { TensorSpec } from '../op.js';

export interface ReductionOptions {
  /** All unless told; negative ones count from the last. */
  readonly axes?: readonly number[] | number | undefined;
  /** Leaves 1 in place of a reduced axis; false unless told. */
  readonly keepDims?: boolean | undefined;
}

/** Sorted, unique, not negative. */
export function resolveAxes(op: string, shape: Shape, axes: ReductionOptions['axes']): readonly number[] {
  if (axes === undefined) return shape.map((_, axis) => axis);
  const resolved = [axes].flat().map((axis) => resolveAxis(op, shape, axis));
  return [...new Set(resolved)].sort((a, b) => a - b);
}

export function resolveAxis(op: string, shape: Shape, axis: number): number {
  const rank = shape.length;
  if (rank === 0) {
    throw invalidShape(op, 'a tensor of at least one axis', '[], a scalar', 'Give it one: reshape(x, [1]).');
  }
  if (!Number.isInteger(axis) || axis < -rank || axis >= rank) throw invalidAxis(op, axis, rank);
  return axis < 0 ? axis + rank : axis;
}

export const reducedShape = (shape: Shape, axes: readonly number[]): Shape =>
  shape.filter((_, axis) => !axes.includes(axis));

export const keptShape = (shape: Shape, axes: readonly number[]): Shape =>
  shape.map((size, axis) => (axes.includes(axis) ? 1 : size));

export const inferReduction = (
  [x]: readonly TensorSpec[],
  { axes }: { readonly axes: readonly number[] },
): readonly TensorSpec[] => [{ shape: reducedShape(x!.shape, axes), dtype: x!.dtype }];

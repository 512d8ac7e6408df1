/** Shapes that differ but fit: axes are matched from the last, and an axis of 1 is repeated. */
import type { Shape } from '@convlens/types';
import { notBroadcastable } from './errors.js';

/**
 * The shape that both inputs are repeated to.
 * @throws ShapeError `NOT_BROADCASTABLE`
 * @example broadcastShapes('add', [2, 1, 3], [4, 1]) // [2, 4, 3]
 */
export function broadcastShapes(op: string, a: Shape, b: Shape): Shape {
  const rank = Math.max(a.length, b.length);
  return Array.from({ length: rank }, (_, axis) => {
    const fromA = a[axis - rank + a.length] ?? 1;
    const fromB = b[axis - rank + b.length] ?? 1;
    if (fromA !== fromB && fromA !== 1 && fromB !== 1) throw notBroadcastable(op, a, b);
    return fromA === 1 ? fromB : fromA;
  });
}

/** The axes of `to` along which `from` was repeated: a gradient is summed over them. */
export function repeatedAxes(from: Shape, to: Shape): readonly number[] {
  return to.flatMap((size, axis) => {
    const original = from[axis - to.length + from.length];
    return original === undefined || (original === 1 && size !== 1) ? [axis] : [];
  });
}

/** Row-major distances between neighbours along each axis. */
export function stridesOf(shape: Shape): readonly number[] {
  const strides = new Array<number>(shape.length);
  let step = 1;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    strides[axis] = step;
    step *= shape[axis]!;
  }
  return strides;
}

export const sameShape = (a: Shape, b: Shape): boolean =>
  a.length === b.length && a.every((size, axis) => size === b[axis]);

/** Shapes as callers give them: checked and copied once, where they come in. */
import type { Shape } from '@convlens/types';
import { formatShape, invalidShape } from './errors.js';

/**
 * A copy, so that nobody changes a tensor's shape afterwards.
 * @throws ShapeError `INVALID_SHAPE`
 */
export function ownShape(op: string, shape: Shape): Shape {
  const isValid = Array.isArray(shape) && shape.every((size) => Number.isInteger(size) && size >= 0);
  if (isValid) return [...shape];
  const received = Array.isArray(shape) ? formatShape(shape) : String(shape);
  throw invalidShape(op, 'a shape of whole numbers of 0 or more', received, 'Correct the shape.');
}

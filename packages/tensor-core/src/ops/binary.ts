/** What add, subtract, multiply and divide share: broadcasting, one dtype, and numbers as operands. */
import { broadcastShapes, repeatedAxes } from '../broadcast.js';
import { mixedDTypes } from '../errors.js';
import type { TensorSpec } from '../op.js';
import type { Tensor } from '../tensor.js';
import { fill } from './fill.js';
import { reshape } from './reshape.js';
import { sum } from './sum.js';

/** A tensor, or a number that stands for a scalar of the other operand's dtype. */
export type Operand = Tensor | number;

export function inferBinary(name: string): (inputs: readonly TensorSpec[]) => readonly TensorSpec[] {
  return ([a, b]) => {
    if (a!.dtype !== b!.dtype) throw mixedDTypes(name, a!.dtype, b!.dtype);
    return [{ shape: broadcastShapes(name, a!.shape, b!.shape), dtype: a!.dtype }];
  };
}

/** Widens a number next to a tensor. */
export function operands(a: Operand, b: Operand): readonly [Tensor, Tensor] {
  if (typeof a !== 'number') return [a, typeof b === 'number' ? fill(a.runtime, [], b, a.dtype) : b];
  if (typeof b !== 'number') return [fill(b.runtime, [], a, b.dtype), b];
  throw new TypeError('Arithmetic on two numbers needs no tensor.');
}

/** Sums a gradient over the axes along which its input was repeated. */
export function sumTo(dy: Tensor, input: Tensor): Tensor {
  const axes = repeatedAxes(input.shape, dy.shape);
  return axes.length === 0 ? dy : reshape(sum(dy, { axes }), input.shape);
}

/** What add, subtract, multiply and divide share: broadcasting, one dtype, and numbers as operands. */
import { broadcastShapes, repeatedAxes } from '../broadcast.js';
import { mixedDTypes } from '../errors.js';
import type { TensorSpec } from '../op.js';
import { assertTensor } from '../tensor.js';
import type { Tensor } from '../tensor.js';
import { fill } from './fill.js';
import { assertHolds, assertNumeric } from './numbers.js';
import { reshape } from './reshape.js';
import { sum } from './sum.js';

/** A tensor, or a number that stands for a scalar of the other operand's dtype. */
export type Operand = Tensor | number;

export function inferBinary(name: string): (inputs: readonly TensorSpec[]) => readonly TensorSpec[] {
  return ([a, b]) => {
    if (a!.dtype !== b!.dtype) throw mixedDTypes(name, a!.dtype, b!.dtype);
    assertNumeric(name, 'a', a!);
    return [{ shape: broadcastShapes(name, a!.shape, b!.shape), dtype: a!.dtype }];
  };
}

/** Widens a number next to a tensor; one of the two must be a tensor. */
export function operands(op: string, a: Operand, b: Operand): readonly [Tensor, Tensor] {
  const tensor = typeof a === 'number' ? b : a;
  assertTensor(op, typeof a === 'number' ? 1 : 0, tensor);
  return [widen(op, a, tensor as Tensor), widen(op, b, tensor as Tensor)];
}

function widen(op: string, operand: Operand, beside: Tensor): Tensor {
  if (typeof operand !== 'number') return operand;
  assertHolds(op, 'the number', beside.dtype, operand);
  return fill(beside.runtime, [], operand, beside.dtype);
}

/** Sums a gradient over the axes along which its input was repeated. */
export function sumTo(dy: Tensor, input: Tensor): Tensor {
  const axes = repeatedAxes(input.shape, dy.shape);
  return axes.length === 0 ? dy : reshape(sum(dy, { axes }), input.shape);
}

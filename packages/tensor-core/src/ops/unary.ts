/** What exp, log, sqrt and the like share: one input, the same shape out, floats only where the result is no integer. */
import { isFloat } from '../dtype.js';
import { wrongDType } from '../errors.js';
import type { TensorSpec } from '../op.js';
import { assertNumeric } from './numbers.js';

export const inferSame = ([x]: readonly TensorSpec[]): readonly TensorSpec[] => [
  { shape: x!.shape, dtype: x!.dtype },
];

export function assertFloat(op: string, name: string, { dtype }: TensorSpec): void {
  if (!isFloat(dtype))
    throw wrongDType(op, name, 'float32 or float64', dtype, `Convert it: cast(${name}, 'float32').`);
}

/** For ops that calculate with integers too. */
export const inferNumeric =
  (op: string) =>
  (inputs: readonly TensorSpec[]): readonly TensorSpec[] => {
    assertNumeric(op, 'x', inputs[0]!);
    return inferSame(inputs);
  };

/** For ops whose result is no integer. */
export const inferFloat =
  (op: string) =>
  (inputs: readonly TensorSpec[]): readonly TensorSpec[] => {
    assertFloat(op, 'x', inputs[0]!);
    return inferSame(inputs);
  };

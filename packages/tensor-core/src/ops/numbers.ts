/** Which numbers a dtype holds, and which dtypes an op can calculate with. What does not fit is an error, never another number. */
import type { DType } from '@convlens/types';
import { isFloat } from '../dtype.js';
import { invalidOption, wrongDType } from '../errors.js';
import type { TensorSpec } from '../op.js';

const ranges = {
  int32: [-(2 ** 31), 2 ** 31 - 1],
  uint8: [0, 255],
  bool: [0, 1],
} as const;

/** @throws ShapeError `INVALID_OPTION` for 0.5 beside int32, 300 beside uint8 and the like */
export function assertHolds(op: string, option: string, dtype: DType, value: number): void {
  if (dtype === 'float32' || dtype === 'float64') return;
  const [least, most] = ranges[dtype];
  if (Number.isInteger(value) && value >= least && value <= most) return;
  throw invalidOption(
    op,
    option,
    `a whole number from ${least} to ${most} for ${dtype}`,
    value,
    "Convert the tensor: cast(x, 'float32').",
  );
}

/** bool is no number: nothing is added to it. */
export function assertNumeric(op: string, name: string, { dtype }: TensorSpec): void {
  if (dtype === 'bool')
    throw wrongDType(op, name, 'float32, int32 or uint8', dtype, `Convert it: cast(${name}, 'int32').`);
}

/** Sums of products leave uint8 at once. */
export function assertMultipliable(op: string, name: string, { dtype }: TensorSpec): void {
  if (!isFloat(dtype) && dtype !== 'int32')
    throw wrongDType(op, name, 'float32 or int32', dtype, `Convert it: cast(${name}, 'float32').`);
}

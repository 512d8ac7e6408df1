/** An image as plain numbers, and whether there are as many of them as its shape says. */
import { wrongLength } from './errors.js';

/** Row-major `[height, width, channels]`. */
export interface PlainImage {
  readonly values: ArrayLike<number>;
  readonly shape: readonly [height: number, width: number, channels: number];
}

/**
 * @param op Whose values these are; the error names it.
 * @throws GeometryError `WRONG_LENGTH`
 */
export function assertLength(
  op: string,
  name: string,
  values: ArrayLike<number>,
  shape: readonly number[],
): void {
  const expected = shape.reduce((product, size) => product * size, 1);
  if (values.length !== expected) throw wrongLength(op, name, shape, expected, values.length);
}

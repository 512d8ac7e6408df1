/** How far a float32 result may lie from the true one; the contract is written down in docs/numerics.md. */

/**
 * For a sum of `length` products whose magnitudes add up to `magnitude`: `4 * 2^-24 * sqrt(length) * magnitude + 1e-7`.
 * @example reductionTolerance(25, 3.2) // 4.9e-6
 */
export const reductionTolerance = (length: number, magnitude: number): number =>
  4 * 2 ** -24 * Math.sqrt(length) * magnitude + 1e-7;

/** For one rounded operation: `1e-6 + 1e-5 |expected|`. */
export const elementwiseTolerance = (expected: number): number => 1e-6 + 1e-5 * Math.abs(expected);

/**
 * @param allowed The distance allowed at each element; NaN is equal to NaN, infinities to themselves.
 * @throws Error that names the first element that lies outside.
 * @example assertWithin('y', [1.0000001], [1], () => 1e-6)
 */
export function assertWithin(
  name: string,
  actual: ArrayLike<number>,
  expected: ArrayLike<number>,
  allowed: (expected: number, element: number) => number,
): void {
  if (actual.length !== expected.length)
    throw new Error(`${name}: expected ${expected.length} values, received ${actual.length}`);
  for (let i = 0; i < expected.length; i++) {
    const [got, want] = [actual[i]!, expected[i]!];
    if (Object.is(got, want) || got === want) continue;
    if (!(Math.abs(got - want) <= allowed(want, i)))
      throw new Error(`${name}[${i}]: expected ${want}, received ${got}`);
  }
}

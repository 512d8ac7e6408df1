/** A place on an axis: linear or logarithmic, held between its ends. One interval to another is all that is asked here. */

/** @returns A function from a value to its place between `from` and `to`; what lies outside the domain is at its end. */
export function axis(
  [low, high]: readonly [number, number],
  [from, to]: readonly [number, number],
  isLog = false,
): (value: number) => number {
  const measure = isLog ? Math.log : (value: number): number => value;
  const [start, length] = [measure(low), measure(high) - measure(low)];
  return (value) => from + Math.max(0, Math.min(1, (measure(value) - start) / length)) * (to - from);
}

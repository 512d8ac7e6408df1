/** Sine and cosine by arithmetic alone: `Math.sin` may differ in its last digit from one machine to the next. */

export interface Direction {
  readonly x: number;
  /** Downwards, as rows are counted. */
  readonly y: number;
}

/** The unit vector at an angle in degrees, counter-clockwise as it is seen: 0 points right, 90 up. Multiples of 90 are exact. */
export function direction(degrees: number): Direction {
  const quarter = Math.round(degrees / 90);
  const angle = (degrees - quarter * 90) * (Math.PI / 180);
  const [cos, sin] = [cosine(angle), sine(angle)];
  switch (((quarter % 4) + 4) % 4) {
    case 0:
      return { x: cos, y: -sin };
    case 1:
      return { x: -sin, y: -cos };
    case 2:
      return { x: -cos, y: sin };
    default:
      return { x: sin, y: cos };
  }
}

/** The series around 0: its next term is below 2^-53 for angles up to an eighth of a turn. */
const sine = (x: number): number =>
  x * series(x * x, [2 * 3, 4 * 5, 6 * 7, 8 * 9, 10 * 11, 12 * 13, 14 * 15]);
const cosine = (x: number): number =>
  series(x * x, [1 * 2, 3 * 4, 5 * 6, 7 * 8, 9 * 10, 11 * 12, 13 * 14, 15 * 16]);

/** 1 - s / f0 (1 - s / f1 (1 - …)) */
const series = (square: number, factors: readonly number[]): number =>
  factors.reduceRight((inner, factor) => 1 - (square / factor) * inner, 1);

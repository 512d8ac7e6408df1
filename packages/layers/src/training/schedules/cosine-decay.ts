/** Down to zero along half a cosine: slowly at both ends. */
import type { Schedule } from './schedule.js';

/**
 * `(1 + cos(pi t)) / 2` with `t = (step - 1) / plannedSteps`: 1 at the first step, and zero right after the last.
 *
 * Source: Loshchilov & Hutter, "SGDR: stochastic gradient descent with warm restarts" (2017), equation 5, without the restarts.
 * @example cosineDecay()(51, 100) // 0.5
 */
export const cosineDecay = (): Schedule => (step, plannedSteps) => halfCosine((step - 1) / plannedSteps);

/**
 * `(1 + cos(pi t)) / 2 = cos²(pi t / 2)` by arithmetic alone, since `Math.cos` may round differently from engine to engine.
 * Either half is written with the sine of an angle of at most pi / 4, so nothing cancels near zero.
 */
function halfCosine(t: number): number {
  if (t <= 0.5) {
    const sine = sineOf((Math.PI * t) / 2);
    return 1 - sine * sine;
  }
  const sine = sineOf((Math.PI * (1 - t)) / 2);
  return sine * sine;
}

/** The Taylor series; for angles of at most pi / 4 the first term left out is below 1e-16. */
function sineOf(angle: number): number {
  const square = angle * angle;
  let term = angle;
  let sum = angle;
  for (let n = 2; n <= 14; n += 2) {
    term *= -square / (n * (n + 1));
    sum += term;
  }
  return sum;
}

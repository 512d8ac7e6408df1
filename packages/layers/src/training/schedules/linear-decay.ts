/** Straight down to zero. */
import type { Schedule } from './schedule.js';

/**
 * `1 - t` with `t = (step - 1) / plannedSteps`: 1 at the first step, and zero right after the last.
 * @example linearDecay()(51, 100) // 0.5
 */
export const linearDecay = (): Schedule => (step, plannedSteps) => 1 - (step - 1) / plannedSteps;

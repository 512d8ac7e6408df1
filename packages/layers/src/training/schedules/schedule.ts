/** How the learning rate changes over a run. */

/**
 * The factor on the optimizer's learning rate for update `step` of `plannedSteps`, both counted from 1.
 * Any function will do; identical bits on every machine need one without `Math` transcendentals.
 */
export type Schedule = (step: number, plannedSteps: number) => number;

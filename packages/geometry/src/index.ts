/** Shape arithmetic of sliding windows: padding, output sizes, receptive fields, parameters. No dependencies, no tensors. */
export { effectiveSize, toPair, windowPlan } from './window-plan.js';
export type { Padding, Pads, Pair, WindowPlan, WindowSettings } from './window-plan.js';
export { receptiveField } from './receptive-field.js';
export type { CellRange } from './receptive-field.js';
export { convolutionCost, denseCost } from './parameters.js';
export type { Cost } from './parameters.js';
export { GeometryError } from './errors.js';
export type { GeometryErrorCode } from './errors.js';

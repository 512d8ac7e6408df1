/**
 * Sliding windows: padding, output sizes, receptive fields, parameters; one small image convolved or pooled in plain numbers; the
 * functions that stand behind a sum. No tensors.
 */
export { effectiveSize, toPair, windowPlan } from './window-plan.js';
export type { Padding, Pads, Pair, WindowPlan, WindowSettings } from './window-plan.js';
export { receptiveField, unclippedField } from './receptive-field.js';
export type { CellRange } from './receptive-field.js';
export { convolutionCost, denseCost } from './parameters.js';
export type { Cost } from './parameters.js';
export { convolutionPlan } from './convolution-plan.js';
export type { AxisTap, ConvolutionPlan, ConvolutionSettings } from './convolution-plan.js';
export { convolutionTerms, convolve } from './convolve.js';
export type { ConvolutionTerm, ConvolveSettings, PlainFilter } from './convolve.js';
export { pool, poolGradient, poolTerms } from './pool.js';
export type { PooledImage, PoolKind, PoolOptions, PoolTerm } from './pool.js';
export type { PlainImage } from './plain-image.js';
export { sourceIndex, zeroCell } from './padding-mode.js';
export type { PaddingMode } from './padding-mode.js';
export { activationFunctions, isActivationName, leakySlope } from './activation.js';
export type { ActivationFunction, ActivationName } from './activation.js';
export { GeometryError } from './errors.js';
export type { GeometryErrorCode } from './errors.js';

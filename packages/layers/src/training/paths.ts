/** What can be watched of a training run: all that a forward pass shows, gradients, and what the optimizer remembers. */
import type { Sequential } from '../models/sequential.js';
import type { Optimizer } from './optimizers/optimizer.js';

/**
 * The model's paths and one for each slot of each weight: `conv1/filter/firstMoment`.
 * @example trainingPaths(model, adam()).includes('conv1/filter/secondMoment') // true
 */
export const trainingPaths = (model: Sequential, { slots }: Optimizer): readonly string[] => [
  ...model.paths,
  ...model.parameters.flatMap(({ path }) => slots.map((slot) => `${path}/${slot}`)),
];

/** `conv1/filter`, `conv1/filter/gradient`: whole as they are, not rows of a batch. */
export const isOfWeight = (path: string, model: Sequential): boolean =>
  model.parameters.some((parameter) => path === parameter.path || path.startsWith(`${parameter.path}/`));

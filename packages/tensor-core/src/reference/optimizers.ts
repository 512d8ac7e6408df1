/** One step of an optimizer, in place. The formulas and their sources are in docs/numerics.md. */
import type { ReferenceKernel } from './view.js';

export const sgdStep: ReferenceKernel<'sgdStep'> =
  (view) =>
  ([parameter, gradient], { learningRate }) => {
    const [P, G] = [view(parameter), view(gradient)];
    for (let i = 0; i < P.length; i++) P[i]! -= learningRate * G[i]!;
  };

export const momentumStep: ReferenceKernel<'momentumStep'> =
  (view) =>
  ([parameter, gradient, velocity], { learningRate, momentum, nesterov }) => {
    const [P, G, V] = [view(parameter), view(gradient), view(velocity)];
    for (let i = 0; i < P.length; i++) {
      const step = learningRate * G[i]!;
      V[i] = momentum * V[i]! - step;
      P[i]! += nesterov ? momentum * V[i]! - step : V[i]!;
    }
  };

export const adamStep: ReferenceKernel<'adamStep'> =
  (view) =>
  ([parameter, gradient, firstMoment, secondMoment], { learningRate, beta1, beta2, epsilon }) => {
    const [P, G, M, V] = [view(parameter), view(gradient), view(firstMoment), view(secondMoment)];
    for (let i = 0; i < P.length; i++) {
      M[i] = beta1 * M[i]! + (1 - beta1) * G[i]!;
      V[i] = beta2 * V[i]! + (1 - beta2) * G[i]! ** 2;
      P[i]! -= (learningRate * M[i]!) / (Math.sqrt(V[i]!) + epsilon);
    }
  };

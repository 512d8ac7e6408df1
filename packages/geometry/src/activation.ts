/** The functions that stand behind a sum, with their derivatives: one number in, one number out. NaN stays NaN. */

/** The words of Keras. `linear` is none at all. */
export type ActivationName = 'linear' | 'relu' | 'leakyRelu' | 'tanh' | 'sigmoid';

export interface ActivationFunction {
  readonly value: (x: number) => number;
  readonly derivative: (x: number) => number;
}

/**
 * Slope of `leakyRelu` below zero: 0.2, as `activation='leaky_relu'` of Keras and `tf.nn.leaky_relu` have it. Keras's layer
 * `LeakyReLU` says 0.3 and PyTorch 0.01.
 */
export const leakySlope = 0.2;

/** `1 / (1 + exp(-x))`; exact zero and one where exp overflows and vanishes. */
const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/** `above` for numbers above zero, `below` for zero and what is under it: libraries agree that zero counts as below. */
const slopes =
  (below: number, above: number) =>
  (x: number): number =>
    x > 0 ? above : x <= 0 ? below : NaN;

/**
 * By name. Where a function has a corner, at zero, its derivative there is the one from below: 0 for `relu`.
 *
 * @example activationFunctions.relu.value(-3) // 0
 * @example activationFunctions.sigmoid.derivative(0) // 0.25
 */
export const activationFunctions: Readonly<Record<ActivationName, ActivationFunction>> = {
  linear: { value: (x) => x, derivative: slopes(1, 1) },
  relu: { value: (x) => Math.max(0, x), derivative: slopes(0, 1) },
  leakyRelu: { value: (x) => (x > 0 ? x : leakySlope * x), derivative: slopes(leakySlope, 1) },
  tanh: { value: Math.tanh, derivative: (x) => 1 - Math.tanh(x) ** 2 },
  // sigmoid(-x) is 1 - sigmoid(x) without its rounding.
  sigmoid: { value: sigmoid, derivative: (x) => sigmoid(x) * sigmoid(-x) },
};

export const isActivationName = (name: unknown): name is ActivationName =>
  typeof name === 'string' && Object.hasOwn(activationFunctions, name);

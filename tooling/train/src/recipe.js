// How the seed network is trained unless told otherwise. One recipe for every seed and every number of epochs: the decay
// is a function of the planned steps. Chosen on validation digits alone; docs/numerics.md has the formulas.

export const recipe = {
  dataset: 'mnist',
  model: 'seed',
  epochs: 3,
  batch: 32,
  optimizer: 'adam',
  learningRate: 0.004,
  schedule: 'linear',
  labelSmoothing: 0.1,
  /** Training digits held back, chosen by the seed. */
  validation: 5000,
};

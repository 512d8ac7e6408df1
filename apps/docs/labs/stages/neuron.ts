// One neuron: a sum of products, once of a map and once of the last layer.
import { fillPad } from '../digits.js';
import type { Lab } from '../lab.js';

export const elements: Lab['elements'] = () =>
  Promise.all([
    import('../define-model.js'),
    import('@convlens/elements/components/draw-pad/draw-pad'),
    import('@convlens/elements/components/cell/cell'),
    import('@convlens/elements/components/dense/dense'),
  ]);

export const start: Lab['start'] = fillPad;

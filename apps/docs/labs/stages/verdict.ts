// From maps to a verdict.
import { fillPad } from '../digits.js';
import type { Lab } from '../lab.js';

export const elements: Lab['elements'] = () =>
  Promise.all([
    import('../define-model.js'),
    import('@convlens/elements/components/draw-pad/draw-pad'),
    import('@convlens/elements/components/flatten/flatten'),
    import('@convlens/elements/components/dense/dense'),
    import('@convlens/elements/components/softmax/softmax'),
    import('@convlens/elements/components/probabilities/probabilities'),
  ]);

export const start: Lab['start'] = fillPad;

// What pooling keeps, costs and changes.
import { fillPad } from '../digits.js';
import type { Lab } from '../lab.js';

export const elements: Lab['elements'] = () =>
  Promise.all([
    import('../define-model.js'),
    import('@convlens/elements/components/draw-pad/draw-pad'),
    import('@convlens/elements/components/pooling/pooling'),
  ]);

export const start: Lab['start'] = fillPad;

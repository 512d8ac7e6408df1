// What decides the size of the output.
import { fillPad } from '../digits.js';
import type { Lab } from '../lab.js';

export const elements: Lab['elements'] = () =>
  Promise.all([
    import('../define-model.js'),
    import('@convlens/elements/components/draw-pad/draw-pad'),
    import('@convlens/elements/components/convolution/convolution'),
    import('@convlens/elements/components/shape-calculator/shape-calculator'),
  ]);

export const start: Lab['start'] = fillPad;

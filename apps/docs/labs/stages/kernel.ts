// A pen and the Convolution Lab on one network: what is drawn is what the kernel slides over.
import { fillPad } from '../digits.js';
import type { Lab } from '../lab.js';

export const elements: Lab['elements'] = () =>
  Promise.all([
    import('../define-model.js'),
    import('@convlens/elements/components/draw-pad/draw-pad'),
    import('@convlens/elements/components/convolution/convolution'),
  ]);

export const start: Lab['start'] = fillPad;

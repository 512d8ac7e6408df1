// Layers on layers: how far one number sees, and what it answers to.
import { fillPad } from '../digits.js';
import type { Lab } from '../lab.js';

export const elements: Lab['elements'] = () =>
  Promise.all([
    import('../define-model.js'),
    import('@convlens/elements/components/draw-pad/draw-pad'),
    import('@convlens/elements/components/layer-table/layer-table'),
    import('@convlens/elements/components/feature-maps/feature-maps'),
    import('@convlens/elements/components/network/network'),
  ]);

export const start: Lab['start'] = fillPad;

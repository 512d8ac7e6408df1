/** The colours of gradients where an element stands: green below zero, magenta above, the page at zero. */
import { parseColour } from '../../render/oklab.js';
import { makeRamp } from '../../render/ramp.js';
import type { Ramps } from '../../render/scale.js';
import { colourTokens } from '../../styles/tokens.js';

/** @param root The element's: its tokens hold there. */
export function gradientRamps(root: HTMLElement | DocumentFragment, ramps: Ramps): Ramps {
  const reader = root.ownerDocument.createElement('span');
  reader.className = 'probe';
  reader.style.transition = 'none';
  root.append(reader);
  const style = getComputedStyle(reader);
  const read = (token: string): string => {
    reader.style.color = `var(--${token})`;
    // An element in no slot yet has no style: it is drawn again when it has.
    return style.color || colourTokens.get(token)![0];
  };
  const rampOf = (name: string): Uint32Array =>
    makeRamp([read('page'), ...[1, 2, 3, 4, 5].map((step) => read(`${name}-${step}`))]);
  const made: Ramps = {
    positive: rampOf('grad-pos'),
    negative: rampOf('grad-neg'),
    pixel: ramps.pixel,
    // Magenta, which elsewhere says that a value is no number, is a gradient here.
    invalid: parseColour(read('outline')),
  };
  reader.remove();
  return made;
}

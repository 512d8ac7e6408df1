/** The tokens of one theme as ramps and colours that a canvas can use. */
import { colourTokens } from '../styles/tokens.js';
import { parseColour } from './oklab.js';
import { makeRamp } from './ramp.js';
import type { Ramp } from './ramp.js';
import type { Ramps } from './scale.js';

export interface Palette {
  readonly ramps: Ramps;
  /** For gradients: magenta pushes a number down, green pulls it up. */
  readonly gradientRamps: Ramps;
  /** A token as a CSS colour: `colour('outline')`. */
  readonly colour: (token: string) => string;
}

/** @param read What a token resolves to where the element stands. */
export function makePalette(read: (token: string) => string): Palette {
  const colours = new Map<string, string>();
  const colour = (token: string): string => {
    let value = colours.get(token);
    if (value === undefined) colours.set(token, (value = read(token)));
    return value;
  };
  const stops = (name: string): readonly string[] => [1, 2, 3, 4, 5].map((step) => colour(`${name}-${step}`));
  const ramp = (name: string): Ramp => makeRamp([colour('page'), ...stops(name)]);
  const pixel = makeRamp([colour('pixel-0'), colour('pixel-1')]);
  return {
    ramps: {
      positive: ramp('pos'),
      negative: ramp('neg'),
      pixel,
      invalid: parseColour(colour('grad-pos-3')),
    },
    gradientRamps: {
      positive: ramp('grad-pos'),
      negative: ramp('grad-neg'),
      pixel,
      // Magenta, which elsewhere says that a value is no number, is a gradient here.
      invalid: parseColour(colour('outline')),
    },
    colour,
  };
}

/** The published values of a theme, for drawing without a page. */
export const themePalette = (theme: 'light' | 'dark'): Palette =>
  makePalette((token) => colourTokens.get(token)?.[theme === 'light' ? 0 : 1] ?? '#000000');

/** From black to one light in full: what a channel alone adds to a picture. */
import type { Ramp } from '../../render/ramp.js';

/** Value 0-255 is that value of the light itself, so the three planes add up to the picture. */
export function tint(light: number): Ramp {
  const bytes = new Uint8Array(256 * 4);
  for (let value = 0; value < 256; value++) {
    bytes[value * 4 + light] = value;
    bytes[value * 4 + 3] = 255;
  }
  return new Uint32Array(bytes.buffer);
}

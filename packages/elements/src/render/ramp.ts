/** A colour scale as 256 ready-made pixels: painting a cell is then one look-up. */
import { fromOklab, parseColour, toOklab } from './oklab.js';
import type { Rgb } from './oklab.js';

/** 256 opaque pixels, from the start of a scale to its end, as 32-bit words of canvas memory. */
export type Ramp = Uint32Array;

/** Mixes the stops, at equal distances, in OKLab. */
export function makeRamp(stops: readonly string[]): Ramp {
  const bytes = new Uint8ClampedArray(256 * 4);
  const labs = stops.map((stop) => toOklab(parseColour(stop)));
  for (let entry = 0; entry < 256; entry++) {
    const place = (entry / 255) * (labs.length - 1);
    const before = Math.min(Math.floor(place), labs.length - 2);
    const share = place - before;
    const [from, to] = [labs[before]!, labs[before + 1]!];
    const mix = (axis: 0 | 1 | 2): number => from[axis] + (to[axis] - from[axis]) * share;
    bytes.set([...fromOklab([mix(0), mix(1), mix(2)]), 255], entry * 4);
  }
  return new Uint32Array(bytes.buffer);
}

/** The colour at `share`, 0-1, of a ramp. */
export function colourAt(ramp: Ramp, share: number): Rgb {
  const entry = share > 0 ? Math.min(255, Math.round(share * 255)) : 0;
  const bytes = new Uint8Array(ramp.buffer, ramp.byteOffset + entry * 4, 4);
  return [bytes[0]!, bytes[1]!, bytes[2]!];
}

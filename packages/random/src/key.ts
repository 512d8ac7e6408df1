/** Names a stream of random numbers. */
import { threefry2x32 } from './threefry.js';

/** Two 32-bit words, not negative. */
export type RandomKey = readonly [number, number];

/**
 * The key of one stream: the seed, then a path of names and numbers (a layer's name, the step, …).
 * Different paths give unrelated streams; the same path always gives the same one.
 *
 * @param seed A whole number from 0 to 2^53 - 1.
 * @throws RangeError for any other seed: a fraction or NaN would silently share another seed's stream.
 * @example randomKey(1, 'conv1', 'filter') // the same two words on every machine
 */
export function randomKey(seed: number, ...path: readonly (string | number)[]): RandomKey {
  if (!Number.isSafeInteger(seed) || seed < 0) {
    throw new RangeError(
      `randomKey: expected a seed that is a whole number from 0 to 2^53 - 1, received ${seed}. Use Math.floor or another number.`,
    );
  }
  const words = new Uint32Array([seed % 2 ** 32, Math.floor(seed / 2 ** 32)]);
  for (const part of path) fold(words, part);
  return [words[0]!, words[1]!];
}

/** Two counters, one after the other: the kind of the part (so that 1 and '1' differ), then its characters or digits. */
function fold(words: Uint32Array, part: string | number): void {
  const mix = (a: number, b: number): Uint32Array => threefry2x32(words[0]!, words[1]!, a, b, words);
  if (typeof part === 'number') {
    mix(0, 1);
    mix(part % 2 ** 32, Math.floor(part / 2 ** 32));
    return;
  }
  mix(part.length, 2);
  for (let i = 0; i < part.length; i++) mix(part.charCodeAt(i), i);
}

/** Uniform numbers. A normal distribution is left out: it would need functions that platforms round differently. */
import type { RandomKey } from './key.js';
import { threefry2x32 } from './threefry.js';

/** 24 bits, so that every value is exact in float32: a multiple of 2^-24 in [0, 1). */
const toUnit = (word: number): number => (word >>> 8) * 2 ** -24;

/** The number at `index` of a stream, in [0, 1). Two neighbours share one block: even takes its first word, odd its second. */
export function uniformAt(key: RandomKey, index: number): number {
  const block = threefry2x32(
    key[0],
    key[1],
    (index >>> 1) | 0,
    Math.floor(index / 2 ** 33),
    new Uint32Array(2),
  );
  return toUnit(block[index % 2]!);
}

/**
 * Fills `out` with the first numbers of a stream, scaled to [low, high).
 * @example fillUniform(new Float32Array(2), randomKey(1), -1, 1)
 */
export function fillUniform<A extends Float32Array | Float64Array>(
  out: A,
  key: RandomKey,
  low = 0,
  high = 1,
): A {
  const block = new Uint32Array(2);
  for (let i = 0; i < out.length; i++) {
    if (i % 2 === 0) threefry2x32(key[0], key[1], i >>> 1, 0, block);
    out[i] = low + (high - low) * toUnit(block[i % 2]!);
  }
  return out;
}

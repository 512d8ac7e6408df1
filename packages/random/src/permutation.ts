/** A shuffle. */
import type { RandomKey } from './key.js';
import { threefry2x32 } from './threefry.js';

/**
 * The numbers 0 … length - 1 in random order, every order equally likely (Fisher and Yates; a draw that would favour
 * small numbers is thrown away and made again).
 * @example permutation(3, randomKey(7)).toSorted() // [0, 1, 2]
 */
export function permutation(length: number, key: RandomKey): Uint32Array {
  const order = Uint32Array.from({ length }, (_, i) => i);
  const block = new Uint32Array(2);
  let drawn = 0;
  const below = (bound: number): number => {
    const fair = 2 ** 32 - (2 ** 32 % bound);
    for (;;) {
      if (drawn % 2 === 0) threefry2x32(key[0], key[1], drawn >>> 1, 0, block);
      const word = block[drawn++ % 2]!;
      if (word < fair) return word % bound;
    }
  };
  for (let i = length - 1; i > 0; i--) {
    const j = below(i + 1);
    const moved = order[i]!;
    order[i] = order[j]!;
    order[j] = moved;
  }
  return order;
}

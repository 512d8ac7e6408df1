/** The block function that everything here rests on. */

const rotationsEven = [13, 15, 26, 6] as const;
const rotationsOdd = [17, 29, 16, 24] as const;

/**
 * Threefry-2x32 with 20 rounds: scrambles a 64-bit counter under a 64-bit key into 64 random bits.
 *
 * Additions, rotations and exclusive-ors of 32-bit words only, so every machine gives the same bits.
 * Source: Salmon, Moraes, Dror & Shaw, "Parallel random numbers: as easy as 1, 2, 3" (SC 2011).
 *
 * @param out Receives the two words; returned.
 * @example threefry2x32(0, 0, 0, 0, new Uint32Array(2)) // [0x6b200159, 0x99ba4efe]
 */
export function threefry2x32(
  key0: number,
  key1: number,
  counter0: number,
  counter1: number,
  out: Uint32Array,
): Uint32Array {
  const keys = [key0 | 0, key1 | 0, (0x1bd11bda ^ key0 ^ key1) | 0] as const;
  let a = (counter0 + keys[0]) | 0;
  let b = (counter1 + keys[1]) | 0;
  for (let group = 1; group <= 5; group++) {
    for (const rotation of group % 2 === 1 ? rotationsEven : rotationsOdd) {
      a = (a + b) | 0;
      b = ((b << rotation) | (b >>> (32 - rotation))) ^ a;
    }
    a = (a + keys[(group % 3) as 0 | 1 | 2]) | 0;
    b = (b + keys[((group + 1) % 3) as 0 | 1 | 2] + group) | 0;
  }
  out[0] = a;
  out[1] = b;
  return out;
}

/** 2,000 seeded mutations of valid files: a right answer or a typed error, quickly, and nothing else. */
import { gunzipSync, gzipSync } from 'node:zlib';
import { randomKey, uniformAt } from '@convlens/random';
import { expect, it } from 'vitest';
import { DatasetError, readIdx } from './index.js';

const values = Array.from({ length: 4 * 3 * 3 }, (_, i) => (i * 37) % 256);
const plain = Uint8Array.from([0, 0, 8, 3, 0, 0, 0, 4, 0, 0, 0, 3, 0, 0, 0, 3, ...values]);
const seeds: Record<string, Uint8Array> = { plain, gzipped: gzipSync(plain) };
const mutations = 1000;

for (const [kind, valid] of Object.entries(seeds)) {
  it(`readIdx answers ${mutations} broken ${kind} files with their content or a typed error`, async () => {
    let refused = 0;
    const start = performance.now();
    for (let seed = 0; seed < mutations; seed++) {
      const bytes = mutate(valid, seed);
      try {
        const { shape, data } = await readIdx(bytes);
        // Another inflate agrees that the file unpacks, and what it unpacks to is exactly as long as it says.
        const content = kind === 'plain' ? bytes : gunzipSync(bytes);
        expect(data.length).toBe(shape.reduce((product, axis) => product * axis, 1));
        expect(content.length).toBe(4 + 4 * shape.length + data.byteLength);
        if (data instanceof Uint8Array)
          expect(data).toEqual(Uint8Array.from(content.subarray(4 + 4 * shape.length)));
      } catch (error) {
        if (!(error instanceof DatasetError)) throw error;
        refused++;
      }
    }
    // Most mutations hit values; some hit the header, the length or the checksum.
    expect(refused).toBeGreaterThan(mutations / 4);
    expect(performance.now() - start).toBeLessThan(20_000);
  });
}

/** One to four changes: a byte, a bit, a cut, an insertion, a removal, or bytes at the end. */
function mutate(valid: Uint8Array, seed: number): Uint8Array {
  let drawn = 0;
  const below = (bound: number) => Math.floor(uniformAt(randomKey(seed, 'mutate'), drawn++) * bound);
  let bytes = [...valid];
  for (let change = 0; change <= below(4); change++) {
    // Half of the changes aim at the header, where the lies are.
    const at = below(2) === 0 ? below(16) : below(Math.max(1, bytes.length));
    const kind = below(6);
    if (kind === 0) bytes[at] = below(256);
    else if (kind === 1) bytes[at] = (bytes[at] ?? 0) ^ (1 << below(8));
    else if (kind === 2) bytes = bytes.slice(0, below(bytes.length + 1));
    else if (kind === 3) bytes.splice(at, 0, below(256));
    else if (kind === 4) bytes.splice(at, 1 + below(4));
    else bytes.push(...Array.from({ length: 1 + below(20) }, () => below(256)));
  }
  return Uint8Array.from(bytes, (byte) => byte ?? 0);
}

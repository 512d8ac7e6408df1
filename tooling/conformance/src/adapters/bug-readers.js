/** Readers of files that strangers wrote. */
import { readSafetensors } from '@convlens/layers';
import { readFileSync } from 'node:fs';

/** Each takes a path and answers `{ name: { shape, data } }`. */
export const readers = {
  readSafetensors(path) {
    const { tensors } = readSafetensors(new Uint8Array(readFileSync(path)));
    // A tensor may be called __proto__: an ordinary object would lose it.
    return Object.assign(Object.create(null), Object.fromEntries(tensors));
  },
};

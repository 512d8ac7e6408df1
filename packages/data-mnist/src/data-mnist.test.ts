import { createHash } from 'node:crypto';
import { readFile, readdir, stat } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { files } from './index.js';

interface Shard {
  file: string;
  kind: string;
  split: 'train' | 'test';
  first: number;
  count: number;
  bytes: number;
  sha256: string;
  contentBytes: number;
  contentSha256: string;
}
const manifest = JSON.parse(await readFile(files['manifest.json']!, 'utf8')) as {
  format: string;
  version: number;
  shards: Shard[];
};
const content = async (file: string) => gunzipSync(await readFile(files[file]!));
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe('the files of MNIST', () => {
  it('are exactly those that the package names', async () => {
    const present = await readdir(new URL('../data/', import.meta.url));
    expect(present.sort()).toEqual(Object.keys(files).sort());
    expect(
      manifest.shards
        .map(({ file }) => file)
        .concat('manifest.json')
        .sort(),
    ).toEqual(present.sort());
  });

  it('stay small: 12 MB together, and 170 kB for the first thousand of each split', async () => {
    const sizes = await Promise.all(Object.values(files).map(async (url) => (await stat(url)).size));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(12e6);
    for (const split of ['train', 'test'])
      expect((await stat(files[`${split}-images-00000.bin`]!)).size).toBeLessThan(170e3);
  });

  it('have the sizes and hashes of the manifest, packed and unpacked', async () => {
    for (const shard of manifest.shards) {
      const packed = await readFile(files[shard.file]!);
      expect([shard.file, packed.length, sha256(packed)]).toEqual([shard.file, shard.bytes, shard.sha256]);
      const unpacked = gunzipSync(packed);
      expect([shard.file, unpacked.length, sha256(unpacked)]).toEqual([
        shard.file,
        shard.contentBytes,
        shard.contentSha256,
      ]);
    }
  });

  // MD5 sums of the four original files, as published with many mirrors of the database.
  it('put together are the original files, byte for byte', async () => {
    const published = {
      'train-images': [
        '6bbc9ace898e44ae57da46a324031adb',
        [0, 0, 8, 3, 0, 0, 0xea, 0x60, 0, 0, 0, 28, 0, 0, 0, 28],
      ],
      'train-labels': ['a25bea736e30d166cdddb491f175f624', [0, 0, 8, 1, 0, 0, 0xea, 0x60]],
      'test-images': [
        '2646ac647ad5339dbf082846283269ea',
        [0, 0, 8, 3, 0, 0, 0x27, 0x10, 0, 0, 0, 28, 0, 0, 0, 28],
      ],
      'test-labels': ['27ae3e4e09519cfbb04c329615203637', [0, 0, 8, 1, 0, 0, 0x27, 0x10]],
    } as const;
    for (const [name, [md5, header]] of Object.entries(published)) {
      const hash = createHash('md5').update(Uint8Array.from(header));
      const parts = manifest.shards
        .filter(({ split, kind }) => `${split}-${kind}` === name)
        .sort((a, b) => a.first - b.first);
      for (const { file } of parts) hash.update((await content(file)).subarray(header.length));
      expect([name, hash.digest('hex')]).toEqual([name, md5]);
    }
  });
});

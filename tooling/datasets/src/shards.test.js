import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { testShards, trainShards } from './plan.js';
import { gzip, makeShard, sliceIdx } from './shards.js';
import { filesModule } from './write-index.js';

/** Four items of 1 x 2 bytes. */
const idx = Buffer.from([0, 0, 8, 3, 0, 0, 0, 4, 0, 0, 0, 1, 0, 0, 0, 2, 10, 11, 20, 21, 30, 31, 40, 41]);

describe('shards', () => {
  it('are IDX files of their own', () => {
    expect([...sliceIdx(idx, 1, 2)]).toEqual([
      0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 2, 20, 21, 30, 31,
    ]);
  });

  it('cover each split without a gap, the first thousand alone', () => {
    for (const [shards, count] of [
      [trainShards, 60_000],
      [testShards, 10_000],
    ]) {
      expect(shards[0]).toEqual([0, 1000]);
      expect(shards.at(-1)[1]).toBe(count);
      for (let i = 1; i < shards.length; i++) expect(shards[i][0]).toBe(shards[i - 1][1]);
    }
  });

  it('are packed with a header that tells nothing of the machine or the time', () => {
    const packed = gzip(idx);
    // RFC 1952: magic, deflate, no flags, no time, "slowest", unknown system.
    expect([...packed.subarray(0, 10)]).toEqual([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 255]);
    expect(gunzipSync(packed).equals(idx)).toBe(true);
  });

  it('are listed with their place, sizes and hashes', () => {
    const { entry, packed } = makeShard({ bytes: idx, kind: 'images', split: 'test', first: 2, count: 2 });
    expect(entry).toMatchObject({
      file: 'test-images-00002.bin',
      first: 2,
      count: 2,
      bytes: packed.length,
      contentBytes: 20,
    });
    expect(entry.sha256).toMatch(/^[0-9a-f]{64}$/);
  });
});

it('the list of files has one literal URL a file, which bundlers need', () => {
  expect(filesModule(['a.bin'])).toContain("'a.bin': new URL('../data/a.bin', import.meta.url),");
});

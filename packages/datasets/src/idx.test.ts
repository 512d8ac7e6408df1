import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { parseIdx, readIdx } from './index.js';

/** By hand from the format's description: 0, 0, type, rank, sizes, values; all big-endian. */
const idx = (type: number, sizes: number[], values: number[]) =>
  Uint8Array.from([0, 0, type, sizes.length, ...sizes.flatMap(bigEndian), ...values]);
const bigEndian = (size: number) =>
  [size / 2 ** 24, (size / 2 ** 16) % 256, (size / 256) % 256, size % 256].map(Math.floor);

describe('parseIdx', () => {
  it('reads every type of the format', () => {
    expect(parseIdx(idx(0x08, [2], [0, 255]))).toEqual({ shape: [2], data: Uint8Array.of(0, 255) });
    expect(parseIdx(idx(0x09, [2], [1, 255]))).toEqual({ shape: [2], data: Int8Array.of(1, -1) });
    expect(parseIdx(idx(0x0b, [2], [1, 2, 255, 255]))).toEqual({ shape: [2], data: Int16Array.of(258, -1) });
    expect(parseIdx(idx(0x0c, [1], [0, 1, 0, 2]))).toEqual({ shape: [1], data: Int32Array.of(65538) });
    // IEEE 754: 1.5 is 3fc00000 in single and 3ff8000000000000 in double precision.
    expect(parseIdx(idx(0x0d, [1], [0x3f, 0xc0, 0, 0]))).toEqual({ shape: [1], data: Float32Array.of(1.5) });
    expect(parseIdx(idx(0x0e, [1], [0x3f, 0xf8, 0, 0, 0, 0, 0, 0]))).toEqual({
      shape: [1],
      data: Float64Array.of(1.5),
    });
  });

  it('keeps the order of axes, and empty ones', () => {
    expect(parseIdx(idx(8, [2, 1, 3], [1, 2, 3, 4, 5, 6])).shape).toEqual([2, 1, 3]);
    expect(parseIdx(idx(8, [0, 28, 28], []))).toEqual({ shape: [0, 28, 28], data: new Uint8Array() });
  });

  it('reads at any offset of a larger buffer, and copies no bytes', () => {
    const buffer = new Uint8Array(64);
    buffer.set(idx(0x0e, [1], [0x3f, 0xf8, 0, 0, 0, 0, 0, 0]), 3);
    expect(parseIdx(buffer.subarray(3, 19)).data).toEqual(Float64Array.of(1.5));
    buffer.set(idx(8, [1], [7]), 5);
    const { data } = parseIdx(buffer.subarray(5, 14));
    buffer[13] = 9;
    expect(data).toEqual(Uint8Array.of(9));
  });
});

describe('a file that is not what it says', () => {
  const page = new TextEncoder().encode('<!doctype html><title>Not found</title>');
  const cases: [name: string, bytes: Uint8Array, code: string][] = [
    ['is empty', new Uint8Array(), 'IDX_MAGIC'],
    ['is a web page', page, 'IDX_MAGIC'],
    ['has an unknown type', idx(0x0a, [1], [0]), 'IDX_MAGIC'],
    ['has no axis', Uint8Array.of(0, 0, 8, 0, 1), 'IDX_MAGIC'],
    ['has nine axes', idx(8, Array<number>(9).fill(1), [0]), 'IDX_MAGIC'],
    ['ends within its header', idx(8, [2, 3], []).subarray(0, 9), 'IDX_TRUNCATED'],
    ['ends one byte early', idx(8, [3], [1, 2]), 'IDX_TRUNCATED'],
    ['is one byte too long', idx(8, [1], [1, 2]), 'IDX_TRAILING'],
    ['has fewer wide values than it says', idx(0x0c, [2], [0, 0, 0, 1]), 'IDX_TRUNCATED'],
    ['asks for 256 MB and one item', idx(8, [2 ** 28 + 1], [1]), 'IDX_TOO_LARGE'],
    // 2^16 x 2^16 x 2^32 is 0 in 32 and in 64 bits.
    ['has sizes whose product overflows', idx(8, [2 ** 16, 2 ** 16, 2 ** 32 - 1], [1]), 'IDX_TOO_LARGE'],
    ['has eight sizes of four billion', idx(0x0e, Array<number>(8).fill(2 ** 32 - 1), [1]), 'IDX_TOO_LARGE'],
  ];
  for (const [name, bytes, code] of cases) {
    it(`and ${name} is answered with ${code}, gzipped or not`, async () => {
      expect(() => parseIdx(bytes)).toThrow(expect.objectContaining({ name: 'DatasetError', code }));
      await expect(readIdx(bytes)).rejects.toMatchObject({ code });
      await expect(readIdx(gzipSync(bytes))).rejects.toMatchObject({ code });
    });
  }

  it('names what it expected, what it received and what to do', () => {
    expect(() => parseIdx(page)).toThrow(
      'readIdx: expected an IDX file (bytes 0, 0, a type code of 8, 9, 11, 12, 13 or 14, and 1 to 8 axes), received a file that begins with 60, 33, 100, 111. Check the address: a server may have answered with a page.',
    );
  });

  it('may ask for more where the caller allows it', () => {
    expect(() => parseIdx(idx(8, [3], [1, 2, 3]), { maxBytes: 10 })).toThrow(/at most 10 bytes/);
    expect(parseIdx(idx(8, [3], [1, 2, 3]), { maxBytes: 11 }).shape).toEqual([3]);
  });
});

describe('a gzipped file', () => {
  const content = idx(
    8,
    [300],
    Array.from({ length: 300 }, (_, i) => i % 7),
  );

  it('is read like a plain one', async () => {
    expect(await readIdx(gzipSync(content))).toEqual(parseIdx(content));
  });

  it('that is cut short or damaged is answered with a typed error', async () => {
    const packed = gzipSync(content);
    for (let length = 2; length < packed.length; length++) {
      await expect(readIdx(packed.subarray(0, length))).rejects.toMatchObject({ name: 'DatasetError' });
    }
    const damaged = Uint8Array.from(packed);
    damaged[packed.length - 6]! ^= 1; // its checksum
    await expect(readIdx(damaged)).rejects.toMatchObject({ code: 'GZIP' });
  });

  it('that promises more than its length can unpack to is refused before memory is used', async () => {
    const lying = gzipSync(idx(8, [200_000_000], Array<number>(100).fill(1)));
    const before = process.memoryUsage().arrayBuffers;
    await expect(readIdx(lying)).rejects.toThrow(/cannot hold more than/);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(8e6);
  });

  it('that unpacks to far more than it promises is left as soon as it does', async () => {
    // 200 MB of zeros pack into 200 kB.
    const bomb = gzipSync(Buffer.concat([idx(8, [1000], []), Buffer.alloc(200_000_000)]), { level: 1 });
    const before = process.memoryUsage().arrayBuffers;
    await expect(readIdx(bomb)).rejects.toMatchObject({ code: 'IDX_TRAILING' });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(32e6);
  });
});

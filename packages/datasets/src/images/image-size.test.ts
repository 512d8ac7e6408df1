import { randomKey, uniformAt } from '@convlens/random';
import { describe, expect, it } from 'vitest';
import { readImageSize } from '../index.js';

/** Characters and numbers of one byte, in a row. */
const bytes = (...parts: (string | number | readonly number[])[]) =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? [...part].map((c) => c.charCodeAt(0)) : part)),
  );
const big32 = (value: number) => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
const box = (type: string, ...content: number[]) => [
  ...big32(8 + content.length),
  ...bytes(type),
  ...content,
];
const ispe = (width: number, height: number) => box('ispe', 0, 0, 0, 0, ...big32(width), ...big32(height));
const avif = (brand: string, ...properties: number[][]) =>
  bytes(
    box('ftyp', ...bytes(brand), 0, 0, 0, 0, ...bytes('mif1')),
    box('free', 1, 2, 3),
    box('meta', 0, 0, 0, 0, ...box('hdlr'), ...box('iprp', ...box('ipco', ...properties.flat()))),
    box('mdat', 9, 9),
  );
const riff = ['RIFF', [0, 0, 0, 0], 'WEBP'] as const;

// 640 = 0x280, 480 = 0x1e0; 300 = 0x12c, 200 = 0xc8.
const files: Record<string, readonly [file: Uint8Array, format: string, width: number, height: number]> = {
  'a PNG': [bytes('\x89PNG\r\n\x1a\n', 0, 0, 0, 13, 'IHDR', 0, 0, 2, 0x80, 0, 0, 1, 0xe0), 'png', 640, 480],
  'a GIF87a': [bytes('GIF87a', 0x80, 2, 0xe0, 1), 'gif', 640, 480],
  'a GIF89a': [bytes('GIF89a', 0x80, 2, 0xe0, 1), 'gif', 640, 480],
  'a BMP': [bytes('BM', Array(12).fill(0), 40, 0, 0, 0, 0x80, 2, 0, 0, 0xe0, 1, 0, 0), 'bmp', 640, 480],
  // -480 is 0xfffffe20.
  'a BMP from top to bottom': [
    bytes('BM', Array(12).fill(0), 40, 0, 0, 0, 0x80, 2, 0, 0, 0x20, 0xfe, 0xff, 0xff),
    'bmp',
    640,
    480,
  ],
  'a BMP of OS/2': [bytes('BM', Array(12).fill(0), 12, 0, 0, 0, 0x80, 2, 0xe0, 1), 'bmp', 640, 480],
  'a lossy WebP': [
    // The upper two bits of each side say how it is scaled.
    bytes(...riff, 'VP8 ', 0, 0, 0, 0, 0x30, 1, 0, 0x9d, 1, 0x2a, 0x80, 0x42, 0xe0, 0x81),
    'webp',
    640,
    480,
  ],
  // 639 | 479 << 14 = 0x0077c27f.
  'a lossless WebP': [bytes(...riff, 'VP8L', 0, 0, 0, 0, 0x2f, 0x7f, 0xc2, 0x77, 0), 'webp', 640, 480],
  'an extended WebP': [
    bytes(...riff, 'VP8X', 10, 0, 0, 0, 0, 0, 0, 0, 0x7f, 2, 0, 0xdf, 1, 0),
    'webp',
    640,
    480,
  ],
  'an AVIF': [avif('avif', ispe(640, 480)), 'avif', 640, 480],
  'an AVIF of tiles with a thumbnail': [
    avif('avif', ispe(320, 240), box('pixi', 0), ispe(640, 480), ispe(64, 48)),
    'avif',
    640,
    480,
  ],
  'a HEIC': [avif('heic', ispe(640, 480)), 'heic', 640, 480],
  'a JPEG': [bytes(0xff, 0xd8, 0xff, 0xc0, 0, 11, 8, 1, 0xe0, 2, 0x80, 1), 'jpeg', 640, 480],
  'a progressive JPEG with a thumbnail in its EXIF, tables, and fill bytes between': [
    bytes(
      [0xff, 0xd8, 0xff, 0xe1, 0, 13, 0xff, 0xd8, 0xff, 0xc0, 0, 11, 8, 0, 1, 0, 2],
      [0xff, 0xff, 0xff, 0xc4, 0, 3, 0xc0, 7, 7, 0xff, 0, 0xff, 0xc2, 0, 11, 8, 0, 200, 1, 0x2c, 1],
    ),
    'jpeg',
    300,
    200,
  ],
};

describe('readImageSize', () => {
  it.each(Object.entries(files))('reads %s', (_, [file, format, width, height]) => {
    expect(readImageSize(file)).toEqual({ format, width, height });
    // Wherever the bytes lie in their buffer.
    const inside = new Uint8Array(file.length + 3);
    inside.set(file, 3);
    expect(readImageSize(inside.subarray(3))).toEqual({ format, width, height });
  });

  it.each(Object.entries(files))('says nothing of %s that is cut off before its size', (_, [file]) => {
    const known = Array.from({ length: file.length + 1 }, (_, length) =>
      readImageSize(file.subarray(0, length)),
    );
    const first = known.findIndex((size) => size !== undefined);
    expect(first).toBeGreaterThan(9);
    // Never another size on the way.
    expect(new Set(known.slice(first).map((size) => JSON.stringify(size))).size).toBe(1);
  });

  it('knows no other file, and no picture without a side', () => {
    expect(readImageSize(new Uint8Array())).toBeUndefined();
    expect(
      readImageSize(bytes('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')),
    ).toBeUndefined();
    expect(readImageSize(bytes('%PDF-1.7', Array(40).fill(1)))).toBeUndefined();
    expect(readImageSize(bytes('GIF89a', 0, 0, 5, 0))).toBeUndefined();
    expect(
      readImageSize(bytes(0xff, 0xd8, 0xff, 0xda, 0, 4, 0, 0, 0xff, 0xc0, 0, 11, 8, 0, 1, 0, 1, 1)),
    ).toBe(undefined);
    // Another film of the same container.
    expect(
      readImageSize(avif('isom', ispe(640, 480)).map((byte, i) => (i === 16 ? 0 : byte))),
    ).toBeUndefined();
  });

  it('answers 20,000 broken headers with a size or nothing, quickly', () => {
    const valid = Object.values(files).map(([file]) => file);
    const start = performance.now();
    let answered = 0;
    for (let seed = 0; seed < 20_000; seed++) {
      const key = randomKey(seed, 'image size');
      const file = Uint8Array.from(valid[seed % valid.length]!);
      for (let change = 0; change < 3; change++)
        file[Math.floor(uniformAt(key, 2 * change) * file.length)] = Math.floor(
          uniformAt(key, 2 * change + 1) * 256,
        );
      const size = readImageSize(file);
      if (size === undefined) continue;
      answered++;
      expect(size.width > 0 && size.height > 0).toBe(true);
    }
    expect(answered).toBeGreaterThan(5000);
    expect(answered).toBeLessThan(20_000);
    expect(performance.now() - start).toBeLessThan(20_000);
  });
});

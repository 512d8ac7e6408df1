import { describe, expect, it } from 'vitest';
import { DatasetError, toImageBatch, toImageData, toRgba } from '../index.js';
import type { ImageBatchOptions } from '../index.js';

const pixels = (height: number, width: number, ...rgba: number[]) => ({
  height,
  width,
  data: Uint8ClampedArray.from(rgba),
});
const values = async (source: ReturnType<typeof pixels>, options?: ImageBatchOptions) => [
  ...(await toImageBatch(source, options)).data,
];
const fround = (...numbers: number[]) => numbers.map(Math.fround);
const blank = (height: number, width: number) => ({
  height,
  width,
  data: new Uint8ClampedArray(height * width * 4),
});

describe('toImageBatch, of pixels', () => {
  it('gives the stored values as byte / 255, row by row', async () => {
    const batch = await toImageBatch(pixels(1, 2, 255, 0, 51, 255, 1, 2, 3, 255));
    expect(batch.shape).toEqual([1, 1, 2, 3]);
    expect([...batch.data]).toEqual(fround(1, 0, 0.2, 1 / 255, 2 / 255, 3 / 255));
  });

  it('makes grey with the weights of BT.601, and leaves grey as it was to the last bit', async () => {
    expect(
      await values(pixels(1, 3, 255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255), { channels: 1 }),
    ).toEqual(fround(0.299, 0.587, 0.114));
    const greys = Array.from({ length: 256 }, (_, byte) => [byte, byte, byte, 255]).flat();
    expect(await values(pixels(16, 16, ...greys), { channels: 1 })).toEqual(
      Array.from({ length: 256 }, (_, byte) => Math.fround(byte / 255)),
    );
  });

  it('lays transparent pixels on the background, by their straight alpha', async () => {
    const half = pixels(1, 2, 200, 100, 0, 51, 7, 8, 9, 0);
    // Alpha 51 / 255 = 0.2: 0.2 * 200 + 0.8 * 255 = 244, 0.2 * 100 + 204 = 224, 204.
    expect(await values(half)).toEqual(fround(244 / 255, 224 / 255, 204 / 255, 1, 1, 1));
    expect(await values(half, { background: [0, 0.2, 1] })).toEqual(
      fround(40 / 255, (20 + 0.8 * 51) / 255, 204 / 255, 0, 0.2, 1),
    );
    // 0.299 * 244 + 0.587 * 224 + 0.114 * 204 = 227.7
    expect(await values(half, { channels: 1 })).toEqual(fround(227.7 / 255, 1));
  });

  it('fits the longest side into maxSize, and never enlarges by it', async () => {
    const shape = async (options: ImageBatchOptions) => (await toImageBatch(blank(30, 40), options)).shape;
    expect(await shape({ maxSize: 20 })).toEqual([1, 15, 20, 3]);
    expect(await shape({ maxSize: 10, channels: 1 })).toEqual([1, 8, 10, 1]);
    expect(await shape({ maxSize: 99 })).toEqual([1, 30, 40, 3]);
    expect((await toImageBatch(blank(1, 400), { maxSize: 10 })).shape).toEqual([1, 1, 10, 3]);
  });

  it('keeps the ratio where one side is given, and enlarges to what is asked for', async () => {
    const shape = async (options: ImageBatchOptions) => (await toImageBatch(blank(30, 40), options)).shape;
    expect(await shape({ width: 80 })).toEqual([1, 60, 80, 3]);
    expect(await shape({ height: 3 })).toEqual([1, 3, 4, 3]);
    expect(await shape({ width: 28, height: 28 })).toEqual([1, 28, 28, 3]);
    expect(await values(pixels(1, 1, 51, 51, 51, 255), { width: 2, channels: 1 })).toEqual(
      fround(0.2, 0.2, 0.2, 0.2),
    );
  });

  it('averages by area, over parts of a large picture too', async () => {
    expect(await values(pixels(1, 2, 0, 0, 0, 255, 204, 102, 0, 255), { maxSize: 1 })).toEqual(
      fround(0.4, 0.2, 0),
    );
    // 1,100,000 rows of one pixel are read in two parts; the upper half is black, the lower white.
    const tall = { width: 2, height: 1_100_000, data: new Uint8ClampedArray(8_800_000).fill(255) };
    for (let i = 0; i < 4_400_000; i++) if (i % 4 < 3) tall.data[i] = 0;
    expect(await values(tall as ReturnType<typeof pixels>, { width: 1, height: 4, channels: 1 })).toEqual([
      0, 0, 1, 1,
    ]);
  });

  it('refuses more than 16 megapixels, with the size', async () => {
    const error: unknown = await toImageBatch(blank(4000, 4001)).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(DatasetError);
    expect(error).toMatchObject({ code: 'IMAGE_TOO_LARGE', imageSize: { width: 4001, height: 4000 } });
    await expect(toImageBatch(blank(1, 1), { width: 4001, height: 4000 })).rejects.toThrow(/4001 x 4000/);
    expect((await toImageBatch(blank(4000, 4000), { maxSize: 1 })).shape).toEqual([1, 1, 1, 3]);
  });

  it('refuses options and values that it cannot follow', async () => {
    const one = blank(1, 1);
    const wrong: [options: object, message: RegExp][] = [
      [{ channels: 4 }, /channels to be 1 \(grey\) or 3 \(colour\), received 4/],
      [{ background: [0, 0, 255] }, /red, green and blue from 0 to 1/],
      [{ background: [0, 0] }, /red, green and blue from 0 to 1/],
      [{ background: [0, 0, NaN] }, /red, green and blue from 0 to 1/],
      [{ maxSize: 0 }, /maxSize to be a whole number/],
      [{ width: 2.5 }, /width to be a whole number/],
      [{ height: -1 }, /height to be a whole number/],
      [{ height: 1, maxSize: 1 }, /maxSize to be alone/],
    ];
    for (const [options, message] of wrong) await expect(toImageBatch(one, options)).rejects.toThrow(message);
    await expect(toImageBatch({ ...one, width: 2 })).rejects.toMatchObject({ code: 'NOT_AN_IMAGE' });
    await expect(toImageBatch({ ...one, data: new Float32Array(4) } as never)).rejects.toMatchObject({
      code: 'NOT_AN_IMAGE',
    });
  });
});

describe('in Node, where nothing decodes pictures,', () => {
  it('toImageBatch and toImageData say what to do', async () => {
    await expect(toImageBatch(new Blob([new Uint8Array(30)]))).rejects.toMatchObject({
      code: 'NO_BROWSER',
      message: expect.stringContaining('give { width, height, data }'),
    });
    expect(() => toImageData({ shape: [1, 1, 1, 1], data: Uint8Array.of(0) })).toThrow(/toRgba/);
  });
});

describe('toRgba', () => {
  it('is the way back, byte for byte', async () => {
    const rgba = Array.from({ length: 256 }, (_, byte) => [byte, 255 - byte, (byte * 7) % 256, 255]).flat();
    expect([...toRgba(await toImageBatch(pixels(16, 16, ...rgba)))]).toEqual(rgba);
  });

  it('takes one picture of a batch, grey on all three colours, bytes as they are', () => {
    const batch = { shape: [2, 1, 1, 1], data: Uint8Array.of(3, 4) } as const;
    expect([...toRgba(batch, 1)]).toEqual([4, 4, 4, 255]);
    expect(() => toRgba(batch, 2)).toThrow(/whole number from 0 to 1, received 2/);
  });

  it('cuts off what is below 0 and above 1, and makes NaN black', () => {
    expect([...toRgba({ shape: [1, 1, 1, 3], data: Float32Array.of(-3, 7, NaN) })]).toEqual([0, 255, 0, 255]);
  });

  it('refuses two channels', () => {
    expect(() => toRgba({ shape: [1, 1, 1, 2], data: Float32Array.of(0, 0) })).toThrow(/1 or 3, received 2/);
  });
});

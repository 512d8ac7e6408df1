/** Which channel of an image feeds red, green and blue, which of them are muted, and the picture that comes of it. */
import type { ImageBatch } from '@convlens/types';
import type { Bitmap } from '../../render/paint.js';
import type { Rgb } from '../../render/oklab.js';
import type { Pixels } from './image.js';

export const lights = ['red', 'green', 'blue'] as const;
export type Light = (typeof lights)[number];

export interface Mix {
  /** For red, green and blue: the channel that feeds it, from 0, or none. */
  readonly feeds: readonly (number | undefined)[];
  readonly muted: readonly boolean[];
}

/** The first three channels are red, green and blue. */
const storedFeed = (light: number, channels: number): number | undefined =>
  light < channels ? light : undefined;

export const storedMix = (channels: number): Mix => ({
  feeds: lights.map((_, light) => storedFeed(light, channels)),
  muted: lights.map(() => false),
});

export const isSameMix = (a: Mix, b: Mix): boolean =>
  a.feeds.every((feed, light) => feed === b.feeds[light]) &&
  a.muted.every((isMuted, light) => isMuted === b.muted[light]);

/** What could be read of a text, and the words of it that could not. */
export interface Parsed<T> {
  readonly value: T;
  readonly wrong: readonly string[];
}

const letters = ['r', 'g', 'b'];

/** `"r g"`: letters, or the names in full. */
export function parseMute(text: string): Parsed<readonly boolean[]> {
  const words = wordsOf(text);
  const indices = words.map(lightOf);
  return {
    value: lights.map((_, light) => indices.includes(light)),
    wrong: words.filter((_, at) => indices[at] === -1),
  };
}

export const writeMute = (muted: readonly boolean[]): string =>
  letters.filter((_, light) => muted[light]).join(' ');

/** `"b g r"`: what feeds red, green and blue, each a letter, a channel's number or `-`; what is not said stays as it is stored. */
export function parseOrder(text: string, channels: number): Parsed<readonly (number | undefined)[]> {
  const words = wordsOf(text);
  const read = (word: string): number => (/^\d+$/.test(word) ? Number(word) : lightOf(word));
  const isRight = (word: string, light: number): boolean =>
    light < 3 && (word === '-' || (read(word) >= 0 && read(word) < channels));
  return {
    value: lights.map((_, light) => {
      const word = words[light];
      if (word === undefined || !isRight(word, light)) return storedFeed(light, channels);
      return word === '-' ? undefined : read(word);
    }),
    wrong: words.filter((word, light) => !isRight(word, light)),
  };
}

/** Empty where every channel feeds its own light. */
export const writeOrder = (feeds: readonly (number | undefined)[], channels: number): string =>
  feeds.every((feed, light) => feed === storedFeed(light, channels))
    ? ''
    : feeds.map((feed) => (feed === undefined ? '-' : (letters[feed] ?? String(feed)))).join(' ');

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[^\s,]+/g) ?? [];

const lightOf = (word: string): number =>
  Math.max(
    letters.indexOf(word),
    lights.findIndex((name) => name === word),
  );

/** Where value `channel` of a pixel stands. */
export const valueAt = (
  { values, width, channels }: Pixels,
  row: number,
  column: number,
  channel: number,
): number => values[(row * width + column) * channels + channel]!;

/** The channels that reach the picture: those that feed a light which is not muted. */
const heard = ({ feeds, muted }: Mix): readonly (number | undefined)[] =>
  feeds.map((feed, light) => (muted[light] ? undefined : feed));

/** One pixel of the picture, 0-255; undefined where one of its values is no number. */
export function mixedColour(pixels: Pixels, mix: Mix, row: number, column: number): Rgb | undefined {
  const values = heard(mix).map((feed) =>
    feed === undefined ? 0 : byteOf(valueAt(pixels, row, column, feed), pixels.limit),
  );
  return values.some(Number.isNaN) ? undefined : (values as unknown as Rgb);
}

/** Rounded, and the nearest end of the range where it lies outside. */
export function byteOf(value: number, limit: number): number {
  const byte = Math.round((value * 255) / limit);
  return byte < 0 ? 0 : byte > 255 ? 255 : byte;
}

/** @param invalid What is painted where a value is no number. */
export function compose(pixels: Pixels, mix: Mix, invalid: Rgb): Bitmap {
  const { values, width, height, channels, limit } = pixels;
  const [red, green, blue] = heard(mix);
  const bytes = new Uint8ClampedArray(width * height * 4);
  const read = (base: number, feed: number | undefined): number =>
    feed === undefined ? 0 : byteOf(values[base + feed]!, limit);
  for (let cell = 0, base = 0; cell < bytes.length; cell += 4, base += channels) {
    const r = read(base, red);
    const g = read(base, green);
    const b = read(base, blue);
    const isNumber = !Number.isNaN(r + g + b);
    bytes[cell] = isNumber ? r : invalid[0];
    bytes[cell + 1] = isNumber ? g : invalid[1];
    bytes[cell + 2] = isNumber ? b : invalid[2];
    bytes[cell + 3] = 255;
  }
  return { width, height, pixels: new Uint32Array(bytes.buffer) };
}

/** The mixed picture as an image of its own: bytes stay bytes where all of them are. */
export function mixedImage(pixels: Pixels, mix: Mix): ImageBatch {
  const { values, width, height, channels, limit, missing, outside } = pixels;
  const feeds = heard(mix);
  const count = width * height * 3;
  const data =
    limit === 255 && missing === 0 && outside === 0 ? new Uint8Array(count) : new Float32Array(count);
  const factor = data instanceof Uint8Array ? 1 : 1 / limit;
  for (let cell = 0; cell < width * height; cell++) {
    for (let light = 0; light < 3; light++) {
      const feed = feeds[light];
      if (feed !== undefined) data[cell * 3 + light] = values[cell * channels + feed]! * factor;
    }
  }
  return { shape: [1, height, width, 3], data };
}

/** What the pixels say in sentences: the marked one, the part that is seen, what is special, what is wrong. */
import type { Numbers } from '../../messages/numbers.js';
import { mostCells, mostChannels } from './image.js';
import type { Broken, Pixels } from './image.js';
import { lights, valueAt } from './mixing.js';
import type { Mix } from './mixing.js';
import type { PanelName } from './panel.js';
import { byteText, cellText, shareText } from './pixel-text.js';
import type { PixelFormat } from './pixel-text.js';
import type { PixelsMessages } from './pixels.messages.js';
import type { Summary } from './summary.js';
import type { Cell, Viewport } from './viewport.js';

export const panelTitle = (panel: PanelName, words: PixelsMessages): string =>
  panel === 'picture' ? words.picture : words.lights[lights[panel]];

/** `red`, `green`, `blue` of an image that has these; else `channel 4`. */
export const channelName = (
  channel: number,
  { channels }: Pixels,
  words: PixelsMessages,
  numbers: Numbers,
): string => {
  const light = channels === 3 ? lights[channel] : undefined;
  return light ? words.lights[light] : words.channel(numbers.integer(channel));
};

export interface Reading {
  readonly name: string;
  /** `[row, column, channel]` of the image as it is stored. */
  readonly place: string;
  readonly value: string;
  readonly isMuted: boolean;
}

/** The values of one pixel: of the light that is looked at, or of all of them. */
export function readings(
  pixels: Pixels,
  mix: Mix,
  [row, column]: Cell,
  panel: PanelName,
  words: PixelsMessages,
  numbers: Numbers,
): readonly Reading[] {
  const read = (name: string, channel: number, isMuted: boolean): Reading => {
    const value = valueAt(pixels, row, column, channel);
    const [byte, share] = [byteText(value, pixels.limit, numbers), shareText(value, pixels.limit, numbers)];
    return {
      name,
      place: words.place([row, column, channel].map((at) => numbers.integer(at)).join(', ')),
      value: Number.isNaN(value) ? words.notANumber : words.value(byte, share),
      isMuted,
    };
  };
  if (pixels.channels === 1) return [read('', 0, false)];
  return lights.flatMap((light, index) => {
    const feed = mix.feeds[index];
    if (feed === undefined || (panel !== 'picture' && panel !== index)) return [];
    return [read(words.lights[light], feed, mix.muted[index] === true)];
  });
}

export const sizeText = (
  { height, width, channels }: Pixels,
  words: PixelsMessages,
  numbers: Numbers,
): string => words.size(numbers.integer(height), numbers.integer(width), numbers.integer(channels));

/** The last index of a range is counted in here. */
export const rangeText = (
  [from, to]: readonly [number, number],
  words: PixelsMessages,
  numbers: Numbers,
): string => words.range(numbers.integer(from), numbers.integer(to - 1));

export function seenText(
  viewport: Viewport,
  pixels: Pixels,
  words: PixelsMessages,
  numbers: Numbers,
): string {
  const { seen, cell } = viewport;
  return words.seen(
    rangeText(seen.rows, words, numbers),
    rangeText(seen.columns, words, numbers),
    sizeText(pixels, words, numbers),
    numbers.fixed(cell, cell < 10 ? 1 : 0),
  );
}

export function summaryText(
  summary: Summary | undefined,
  limit: number,
  format: PixelFormat,
  words: PixelsMessages,
  numbers: Numbers,
): string {
  if (!summary) return words.noNumbers;
  const write = (value: number): string => cellText(value, limit, format, numbers);
  return words.summary(write(summary.least), write(summary.most), write(summary.mean));
}

export function brokenText(broken: Broken, words: PixelsMessages, numbers: Numbers): string {
  const written = (value: unknown): string =>
    typeof value === 'number' ? numbers.fixed(value, Number.isInteger(value) ? 0 : 2) : String(value);
  const size = (sizes: readonly number[]): string => sizes.map(written).join(' × ');
  switch (broken.rule) {
    case 'shape':
      return words.badShape(broken.shape.map(written).join(', '));
    case 'size':
      return words.badSize(size([broken.height, broken.width]), numbers.integer(mostCells));
    case 'channels':
      return words.badChannels(numbers.integer(broken.channels), numbers.integer(mostChannels));
    case 'length':
      return words.badLength(
        size(broken.shape),
        numbers.integer(broken.shape.reduce((product, side) => product * side, 1)),
        numbers.integer(broken.length),
      );
  }
}

export interface Told {
  readonly isSample: boolean;
  readonly recordedAt: string | undefined;
  /** Words of the attributes that mean nothing. */
  readonly wrong: { readonly mute: readonly string[]; readonly order: readonly string[] };
}

/** What a visitor should know of the picture before reading it. */
export function notesOf(
  { batch, channels, outside, limit }: Pixels,
  { isSample, recordedAt, wrong }: Told,
  words: PixelsMessages,
  numbers: Numbers,
): readonly string[] {
  const quoted = (texts: readonly string[]): string => texts.map((text) => `“${text}”`).join(', ');
  const told: readonly (string | false)[] = [
    isSample && words.sample,
    recordedAt !== undefined && words.recorded(recordedAt),
    batch > 1 && words.firstOf(numbers.integer(batch)),
    channels !== 1 && channels !== 3 && words.falseColour(numbers.integer(channels)),
    outside > 0 && words.outside(numbers.integer(outside), outside === 1, numbers.integer(limit)),
    wrong.mute.length > 0 && words.wrongMute(quoted(wrong.mute)),
    wrong.order.length > 0 && words.wrongOrder(quoted(wrong.order), numbers.integer(channels)),
  ];
  return told.filter((text) => text !== false);
}

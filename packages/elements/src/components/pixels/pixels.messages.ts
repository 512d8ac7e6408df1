/** Every word that `<cnn-pixels>` says. */
import { common } from '../../messages/common.js';
import type { CommonMessages } from '../../messages/common.js';
import type { MessageTables } from '../../messages/language.js';
import type { Light } from './mixing.js';
import type { PixelFormat } from './pixel-text.js';

/** Numbers come as they are written in the table's language. */
export interface PixelsMessages extends CommonMessages {
  readonly picture: string;
  readonly lights: Readonly<Record<Light, string>>;
  readonly size: (height: string, width: string, channels: string) => string;
  readonly mute: (light: string) => string;
  readonly muted: string;
  readonly fedBy: (light: string) => string;
  readonly channel: (channel: string) => string;
  readonly none: string;
  readonly asStored: string;
  readonly closer: string;
  readonly further: string;
  readonly whole: string;
  readonly numbers: string;
  readonly format: string;
  readonly formats: Readonly<Record<PixelFormat, string>>;
  readonly seen: (rows: string, columns: string, size: string, times: string) => string;
  readonly range: (from: string, to: string) => string;
  readonly map: (seen: string) => string;
  /** A window in one sentence. */
  readonly sentence: (name: string, size: string, summary: string) => string;
  readonly summary: (least: string, most: string, mean: string) => string;
  readonly noNumbers: string;
  readonly keys: string;
  readonly hint: string;
  readonly place: (coordinates: string) => string;
  readonly value: (byte: string, share: string) => string;
  readonly notANumber: string;
  readonly sample: string;
  readonly firstOf: (batch: string) => string;
  readonly falseColour: (channels: string) => string;
  readonly missing: (count: string, isOne: boolean) => string;
  readonly outside: (count: string, isOne: boolean, most: string) => string;
  readonly wrongMute: (words: string) => string;
  readonly wrongOrder: (words: string, channels: string) => string;
  /** What a link leaves out. */
  readonly omitted: string;
  readonly noInput: string;
  readonly illegal: string;
  readonly badShape: (shape: string) => string;
  readonly badSize: (size: string, most: string) => string;
  readonly badChannels: (channels: string, most: string) => string;
  readonly badLength: (product: string, expected: string, received: string) => string;
  readonly rowOf: (row: string) => string;
  readonly rowColumn: string;
  readonly tableOf: (rows: string, columns: string, what: string) => string;
}

export const messages: MessageTables<PixelsMessages> = {
  en: {
    ...common,
    picture: 'picture',
    lights: { red: 'red', green: 'green', blue: 'blue' },
    size: (height, width, channels) => `${height} × ${width} × ${channels}`,
    mute: (light) => `mute ${light}`,
    muted: 'muted',
    fedBy: (light) => `${light} is fed by`,
    channel: (channel) => `channel ${channel}`,
    none: 'nothing',
    asStored: 'Channels as stored',
    closer: 'Closer',
    further: 'Further away',
    whole: 'Whole picture',
    numbers: 'Numbers',
    format: 'numbers from',
    formats: { bytes: '0 to 255', shares: '0 to 1' },
    seen: (rows, columns, size, times) =>
      `rows ${rows}, columns ${columns} of ${size}, enlarged ${times} times`,
    range: (from, to) => (from === to ? from : `${from} to ${to}`),
    map: (seen) => `Where the windows are: ${seen}`,
    sentence: (name, size, summary) => `${name}, ${size}${summary === '' ? '' : `; ${summary}`}`,
    summary: (least, most, mean) => `${least} to ${most}, mean ${mean}`,
    noNumbers: 'no numbers',
    keys: 'Arrow keys walk from pixel to pixel, with Shift they move the window; plus and minus zoom, 0 shows the whole picture, Escape lets go.',
    hint: 'Point at a pixel, or walk with the arrow keys. Drag to move, pinch or Ctrl and wheel to zoom.',
    place: (coordinates) => `[${coordinates}]`,
    value: (byte, share) => `${byte} of 255 = ${share}`,
    notANumber: 'not a number',
    sample: 'A sample, made by arithmetic. Give the element an image of your own.',
    firstOf: (batch) => `The first of ${batch} images.`,
    falseColour: (channels) =>
      `${channels} channels are neither ink (1) nor red, green and blue (3): the colours are false. Choose which channel feeds which.`,
    missing: (count, isOne) =>
      `${count} ${isOne ? 'value is' : 'values are'} not a number, drawn in this colour and called NaN.`,
    outside: (count, isOne, most) =>
      `${count} ${isOne ? 'value lies' : 'values lie'} outside 0 to ${most}: drawn as the nearest end, while their numbers are not cut.`,
    wrongMute: (words) => `mute: expected r, g or b, received ${words}. It is left out.`,
    wrongOrder: (words, channels) =>
      `order: expected three of r, g, b, - or a number below ${channels}, received ${words}. That light is fed as stored.`,
    omitted: 'the given picture',
    noInput:
      'This record has no input to show. Give the element an image, or a record with the tensor “input”.',
    illegal: 'No picture can be made of this.',
    badShape: (shape) =>
      `image.shape: expected [height, width, channels] or [1, height, width, channels] in whole numbers from 1, received [${shape}]. Say how its numbers are arranged.`,
    badSize: (size, most) =>
      `image: expected at most ${most} pixels a side, received ${size}. Make it smaller, or cut a part out of it.`,
    badChannels: (channels, most) =>
      `image: expected at most ${most} channels, received ${channels}. Choose the channels to look at.`,
    badLength: (product, expected, received) =>
      `image.data: expected ${product} = ${expected} numbers, received ${received}. Give one number for each row, column and channel.`,
    rowOf: (row) => `row ${row}`,
    rowColumn: 'row, column',
    tableOf: (rows, columns, what) => `Rows ${rows}, columns ${columns}: ${what}`,
  },
};

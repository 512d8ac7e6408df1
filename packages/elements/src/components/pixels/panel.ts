/** One window: which bitmap it shows, and what is written in its cells. */
import type { Numbers } from '../../messages/numbers.js';
import { inkOn } from '../../render/oklab.js';
import { colourAt } from '../../render/ramp.js';
import type { Ramp } from '../../render/ramp.js';
import type { Ramps } from '../../render/scale.js';
import type { Pixels } from './image.js';
import { byteOf, lights, mixedColour, valueAt } from './mixing.js';
import type { Mix } from './mixing.js';
import { cellText } from './pixel-text.js';
import type { PixelFormat } from './pixel-text.js';
import { readableCell } from './viewport.js';

/** The picture, or the light that a plane shows: 0 red, 1 green, 2 blue. */
export type PanelName = 'picture' | 0 | 1 | 2;

export const panelsOf = ({ channels }: Pixels): readonly PanelName[] =>
  channels === 1 ? ['picture'] : ['picture', 0, 1, 2];

/** What a cell says, line by line, and the colour that reads best on it. */
export interface CellWriting {
  readonly lines: readonly string[];
  readonly ink: '#000' | '#fff';
}

export interface Writing {
  /** From this size of a cell on, in CSS pixels. */
  readonly from: number;
  readonly of: (row: number, column: number) => CellWriting;
}

/** Three lines of ten pixels. */
const threeLines = 36;

export interface Written {
  readonly pixels: Pixels;
  readonly mix: Mix;
  readonly format: PixelFormat;
  readonly numbers: Numbers;
  readonly ramps: Ramps;
}

/** Undefined where a window has no numbers of its own: what is muted adds none, and what nothing feeds has none. */
export function writingOf(panel: PanelName, tints: readonly Ramp[], written: Written): Writing | undefined {
  const { pixels, mix, format, numbers, ramps } = written;
  const text = (value: number): string => cellText(value, pixels.limit, format, numbers);
  if (panel === 'picture' && pixels.channels > 1) {
    const heard = lights.flatMap((_, light) => (mix.muted[light] ? [] : (mix.feeds[light] ?? [])));
    return {
      from: threeLines,
      of: (row, column) => ({
        lines: heard.map((feed) => text(valueAt(pixels, row, column, feed))),
        ink: inkOn(mixedColour(pixels, mix, row, column) ?? ramps.invalid),
      }),
    };
  }
  const channel = panel === 'picture' ? 0 : mix.feeds[panel];
  if (channel === undefined || (panel !== 'picture' && mix.muted[panel])) return undefined;
  const inks = inksOf(panel === 'picture' ? ramps.pixel : tints[panel]!);
  const invalid = inkOn(ramps.invalid);
  return {
    from: readableCell,
    of: (row, column) => {
      const value = valueAt(pixels, row, column, channel);
      return { lines: [text(value)], ink: inks[byteOf(value, pixels.limit)] ?? invalid };
    },
  };
}

/** Worked out once a ramp: a cell then looks it up. */
const inksOf = (ramp: Ramp): readonly ('#000' | '#fff')[] =>
  Array.from({ length: 256 }, (_, entry) => inkOn(colourAt(ramp, entry / 255)));

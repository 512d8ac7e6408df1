/** How many windows stand side by side, and how large each is. */
import type { Extent } from './viewport.js';

export interface PixelsLayout {
  readonly across: 1 | 2 | 4;
  readonly window: Extent;
}

/** CSS pixels between windows; with signs between them where all four stand in a row. */
const gaps = { 1: 0, 2: 12, 4: 32 } as const;
const roomForFour = 840;
const largestWindow = { 1: 480, 2: 320, 4: 420 } as const;

/** @param isSplit Into red, green and blue. */
export function layoutOf(available: number, picture: Extent, isSplit: boolean): PixelsLayout {
  const across = !isSplit ? 1 : available >= roomForFour ? 4 : 2;
  const share = Math.floor((available - (across - 1) * gaps[across]) / across);
  const width = Math.max(48, Math.min(largestWindow[across], share));
  // A picture that is much wider or higher than a page would leave no window to look through.
  const height = Math.round(width * Math.min(1.25, Math.max(0.4, picture.height / picture.width)));
  return { across, window: { width, height } };
}

/** The longer side of the map, in CSS pixels. */
const mapSide = 72;

export function mapSize({ width, height }: Extent): Extent {
  const scale = mapSide / Math.max(width, height);
  // What is a hundred times as wide as high is still to be seen.
  const side = (length: number): number => Math.max(8, Math.round(length * scale));
  return { width: side(width), height: side(height) };
}

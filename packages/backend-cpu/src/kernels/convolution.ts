/** From a convolution's plan to what the tile of `assembly/conv2d.ts` walks along: a padded field, and offsets inside it. */
import type { WindowPlan } from '@convlens/geometry';

export interface Field {
  readonly height: number;
  readonly width: number;
  /** Bytes of one pixel, one row, all. */
  readonly pixel: number;
  readonly row: number;
  readonly byteLength: number;
  /** Bytes from its start to pixel [0, 0] of the image. */
  readonly origin: number;
}

export function fieldOf(height: number, width: number, channels: number, top: number, left: number): Field {
  const pixel = channels * 4;
  const row = width * pixel;
  return { height, width, pixel, row, byteLength: height * row, origin: top * row + left * pixel };
}

/** Runs of contiguous values inside a window: a whole row of the kernel where nothing lies in between, else cell by cell. */
export function runsOf(
  plan: Pick<WindowPlan, 'window' | 'dilations'>,
  field: Field,
  channels: number,
  channelsOfGroup: number,
): { readonly offsets: readonly number[]; readonly run: number } {
  const [height, width] = plan.window;
  const [dilationY, dilationX] = plan.dilations;
  const isContiguous = dilationX === 1 && channelsOfGroup === channels;
  const starts = isContiguous ? 1 : width;
  const offsets: number[] = [];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < starts; x++) offsets.push(y * dilationY * field.row + x * dilationX * field.pixel);
  }
  return { offsets, run: isContiguous ? width * channelsOfGroup : channelsOfGroup };
}

/** Bytes of a matrix in panels of eight columns. */
export const panelBytes = (rows: number): number => rows * 32;
export const panelsOf = (columns: number): number => Math.ceil(columns / 8);

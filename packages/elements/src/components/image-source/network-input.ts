/**
 * From a picture to what a network of digits reads: its middle square, in grey, with ink 1 and paper 0, as 28 x 28. Every step is
 * kept, so that it can be shown. Left out: finding the digit in the picture, and making its paper quite white.
 */
import { resizeArea } from '@convlens/datasets';
import type { ImageBatch } from '@convlens/types';
import { digitSize } from '../../draw/prepare-digit.js';

/** Of one channel, shares from 0 to 1. */
export type GreyBatch = ImageBatch & { readonly data: Float32Array };

/** `auto`: yes where the picture is light on the whole, as paper is. */
export type Invert = 'auto' | 'yes' | 'no';

export interface NetworkInput {
  /** The middle square, `[1, side, side, 1]`, 0 black to 1 white. */
  readonly grey: GreyBatch;
  readonly mean: number;
  readonly isInverted: boolean;
  /** The same square, 0 paper to 1 ink. */
  readonly ink: GreyBatch;
  /** `[1, 28, 28, 1]` */
  readonly input: GreyBatch;
}

/** @param image One or three channels; the first picture of a batch. */
export function networkInput(image: ImageBatch, invert: Invert): NetworkInput {
  const grey = middleSquare(image);
  const mean = grey.data.reduce((sum, value) => sum + value, 0) / grey.data.length;
  const isInverted = invert === 'auto' ? mean > 0.5 : invert === 'yes';
  const ink = isInverted ? { ...grey, data: grey.data.map((value) => 1 - value) } : grey;
  return { grey, mean, isInverted, ink, input: resizeArea(ink, { height: digitSize, width: digitSize }) };
}

/** Grey is 0.299 red + 0.587 green + 0.114 blue (BT.601), as where photos are read. */
function middleSquare({ shape, data }: ImageBatch): GreyBatch {
  const [, height, width, channels] = shape;
  const side = Math.min(height, width);
  const [top, left] = [Math.floor((height - side) / 2), Math.floor((width - side) / 2)];
  const full = data instanceof Uint8Array ? 255 : 1;
  const values = new Float32Array(side * side);
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      const at = ((top + row) * width + left + column) * channels;
      const light =
        channels === 1 ? data[at]! : (299 * data[at]! + 587 * data[at + 1]! + 114 * data[at + 2]!) / 1000;
      values[row * side + column] = light / full;
    }
  }
  return { shape: [1, side, side, 1], data: values };
}

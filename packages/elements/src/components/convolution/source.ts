/** The lab's picture: data, the session's input or a sample; all of its channels, or the one that is looked at. */
import type { PlainImage } from '@convlens/geometry';
import type { ImageBatch } from '@convlens/types';
import type { Picture } from '../../parts/value-grid.js';
import { scaleOfImage } from '../../render/scale.js';
import type { Scale } from '../../render/scale.js';

const mostCells = 256;

export interface LabImage {
  /** Channels last; those that are shown. */
  readonly image: PlainImage;
  /** The same, one by one. */
  readonly planes: readonly Picture[];
  /** One for all planes. */
  readonly scale: Scale;
  /** Which channel of the picture the first plane is, and how many it has. */
  readonly first: number;
  readonly channels: number;
  /** Red, green and blue: their planes are tinted. */
  readonly isColour: boolean;
}

/** The first image of a batch as numbers, bytes as shares of 255; undefined where it is none that can be shown. */
export function imageOf({ shape, data }: ImageBatch): PlainImage | undefined {
  const [batch, height, width, channels] = shape;
  const isSize = (side: number): boolean => Number.isInteger(side) && side >= 1 && side <= mostCells;
  const isWhole = batch >= 1 && channels >= 1 && data.length === batch * height * width * channels;
  if (!isSize(height) || !isSize(width) || !isWhole) return undefined;
  const scale = data instanceof Uint8Array ? 255 : 1;
  const values = Float64Array.from({ length: height * width * channels }, (_, at) => data[at]! / scale);
  return { values, shape: [height, width, channels] };
}

export function planeOf({ values, shape: [height, width, channels] }: PlainImage, channel: number): Picture {
  const isAlone = channels === 1;
  return {
    values: isAlone
      ? values
      : Float64Array.from({ length: height * width }, (_, cell) => values[cell * channels + channel]!),
    size: [height, width],
  };
}

/** @param alone The one channel that is shown; all unless told. */
export function labImageOf(image: PlainImage, alone?: number): LabImage {
  const channels = image.shape[2];
  const shown = alone === undefined ? Array.from({ length: channels }, (_, channel) => channel) : [alone];
  const planes = shown.map((channel) => planeOf(image, channel));
  const scale = scaleOfImage(image.values);
  return {
    image: alone === undefined ? image : { values: planes[0]!.values, shape: [...planes[0]!.size, 1] },
    planes,
    scale,
    first: alone ?? 0,
    channels,
    isColour: channels === 3 && scale.kind === 'pixel',
  };
}

/** The maps that are pooled: an image, maps of a network, or a picture to begin with. */
import type { PlainImage } from '@convlens/geometry';
import type { ImageBatch } from '@convlens/types';
import { scaleOfImage } from '../../render/scale.js';
import type { Scale } from '../../render/scale.js';
import type { Stage } from '../../trace/stages.js';
import type { Trace } from '../../trace/trace.js';
import { samplePicture } from '../convolution/sample.js';

export interface Maps {
  /** All channels. */
  readonly image: PlainImage;
  /** Of the layer, or `input`, where it comes from a network. */
  readonly layer: string | undefined;
  /** On which one channel is drawn. */
  readonly scaleOf: (map: PlainImage) => Scale;
}

const mostCells = 256;

const ofImage = (image: PlainImage): Maps => ({
  image,
  layer: undefined,
  scaleOf: ({ values }) => scaleOfImage(values),
});

/** The first image of a batch, bytes as shares of 255; undefined where this is none that can be shown. */
export function mapsOfImage({ shape, data }: ImageBatch): Maps | undefined {
  const [batch, height, width, channels] = shape;
  const isSize = (side: number): boolean => Number.isInteger(side) && side >= 1 && side <= mostCells;
  const isWhole = batch >= 1 && channels >= 1 && data.length === batch * height * width * channels;
  if (!isSize(height) || !isSize(width) || !isWhole) return undefined;
  const scale = data instanceof Uint8Array ? 255 : 1;
  const values = Float64Array.from({ length: height * width * channels }, (_, at) => data[at]! / scale);
  return ofImage({ values, shape: [height, width, channels] });
}

export function sampleMaps(): Maps {
  const { values, size } = samplePicture();
  return ofImage({ values, shape: [...size, 1] });
}

/** The stage of a name; without one that which the first pooling reads, else the input. -1 where it has no maps. */
export function stageNamed(stages: readonly Stage[], layer: string | undefined): number {
  const firstPooling = stages.findIndex((stage) => stage.kind === 'maps' && stage.how === 'pooling');
  if (layer === undefined) return Math.max(0, firstPooling - 1);
  return stages.findIndex(({ kind, name }) => name === layer && (kind === 'maps' || kind === 'image'));
}

/** Undefined where the trace lacks the numbers. */
export function mapsOfTrace(trace: Trace, index: number): Maps | undefined {
  const stage = trace.stages[index];
  const values = stage && trace.values(index);
  if (!values) return undefined;
  const scale = trace.scale(index);
  return {
    image: { values, shape: [...stage.size, stage.count] },
    layer: stage.name,
    scaleOf: ({ values: map }) => (stage.kind === 'image' ? scaleOfImage(map) : scale),
  };
}

/** One channel; the last where there are not so many. */
export function channelOf(
  { values, shape: [height, width, channels] }: PlainImage,
  channel: number,
): PlainImage {
  const at = Math.min(Math.max(0, Math.floor(channel) || 0), channels - 1);
  const map = Float64Array.from({ length: height * width }, (_, cell) => values[cell * channels + at]!);
  return { values: map, shape: [height, width, 1] };
}

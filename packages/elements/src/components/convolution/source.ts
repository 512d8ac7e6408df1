/** Where the lab's picture and its learned kernels come from: data, the session, or a picture to begin with. */
import type { ImageBatch, LayerSummary, ModelSummary, TapValue } from '@convlens/types';
import type { Chip } from './chips.js';
import type { Picture } from '../../parts/value-grid.js';

import type { KernelMatrix } from './presets.js';

const mostCells = 256;
const mostWeights = 11;

/** One channel of the first image; undefined where this is no image that can be shown. */
export function pictureOf({ shape, data }: ImageBatch, channel: number): Picture | undefined {
  const [batch, height, width, channels] = shape;
  const isSize = (side: number): boolean => Number.isInteger(side) && side >= 1 && side <= mostCells;
  const isWhole = batch >= 1 && channels >= 1 && data.length === batch * height * width * channels;
  if (!isSize(height) || !isSize(width) || !isWhole) return undefined;
  const at = Math.min(Math.max(0, channel), channels - 1);
  const scale = data instanceof Uint8Array ? 255 : 1;
  const values = Float64Array.from(
    { length: height * width },
    (_, cell) => data[cell * channels + at]! / scale,
  );
  return { values, size: [height, width] };
}

export const isKernel = (kernel: KernelMatrix): boolean => {
  const width = kernel[0]?.length ?? 0;
  const isCount = (count: number): boolean => count >= 1 && count <= mostWeights;
  return (
    isCount(kernel.length) &&
    isCount(width) &&
    kernel.every((row) => row.length === width && row.every(Number.isFinite))
  );
};

/** The first layer whose filters look at a single channel: its kernels are pictures of their own. */
export const learnedLayer = (model: ModelSummary | undefined): LayerSummary | undefined =>
  model?.layers.find(({ weights }) => weights['filter']?.[2] === 1);

/**
 * One chip a filter of `[height, width, 1, filters]`, with the bias and the padding that the network gives it: what the lab then
 * shows is the network's own map, before its activation.
 */
export function learnedChips(
  { name, config }: LayerSummary,
  { shape, data }: TapValue,
  biases: TapValue | undefined,
): readonly Chip[] {
  const [height, width, , filters] = shape as readonly [number, number, number, number];
  return Array.from({ length: filters }, (_, filter) => ({
    name: `${name}, ${filter}`,
    bias: biases?.data[filter] ?? 0,
    padding: config['padding'] === 'same' ? Math.floor((height - 1) / 2) : 0,
    kernel: Array.from({ length: height }, (_row, row) =>
      Array.from({ length: width }, (_column, column) => data[(row * width + column) * filters + filter]!),
    ),
  }));
}

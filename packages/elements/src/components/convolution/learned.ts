/** The kernels of a network that fit the picture: one filter a chip, with one matrix a channel. */
import type { LayerSummary, ModelCommand, ModelSummary, TapValue } from '@convlens/types';
import type { KernelMatrix } from './presets.js';

/** Which filter of which layer. */
export interface FilterName {
  readonly layer: string;
  readonly filter: number;
}

export interface LearnedFilter extends FilterName {
  readonly kernels: readonly KernelMatrix[];
  readonly bias: number;
  readonly padding: number;
}

/** The first layer whose filters look at as many channels as the picture has, and are small enough to be edited. */
export const learnedLayer = (model: ModelSummary | undefined, channels: number): LayerSummary | undefined =>
  model?.layers.find(({ weights }) => {
    const [height = 0, width = 0, inChannels] = weights['filter'] ?? [];
    return inChannels === channels && Math.max(height, width) <= 11;
  });

/**
 * One of each filter of `[height, width, channels, filters]`, with the bias and the padding that the network gives it: what the lab
 * then shows is the network's own map, before its activation.
 */
export function learnedFilters(
  { name, config }: LayerSummary,
  { shape, data }: TapValue,
  biases: TapValue | undefined,
): readonly LearnedFilter[] {
  const [height, width, channels, filters] = shape as readonly [number, number, number, number];
  const range = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);
  return range(filters).map((filter) => ({
    layer: name,
    filter,
    bias: biases?.data[filter] ?? 0,
    padding: config['padding'] === 'same' ? Math.floor((height - 1) / 2) : 0,
    kernels: range(channels).map((channel) =>
      range(height).map((row) =>
        range(width).map((column) => data[((row * width + column) * channels + channel) * filters + filter]!),
      ),
    ),
  }));
}

export type WeightCommand = Extract<ModelCommand, { readonly type: 'setWeight' }>;

/** What a network must be told so that its filter is the one that is shown; nothing where it is, or where the sizes differ. */
export function changesOf(
  { layer, filter }: FilterName,
  weights: TapValue,
  biases: TapValue | undefined,
  kernels: readonly KernelMatrix[],
  bias: number,
): readonly WeightCommand[] {
  const [height, width, channels, filters] = weights.shape as readonly [number, number, number, number];
  const fits = kernels.length === channels && isOfSize(kernels, height, width);
  if (!fits || filter >= filters) return [];
  const commands: WeightCommand[] = [];
  const tell = (path: string, before: number | undefined, index: number, value: number): void => {
    // Compared as the network keeps them.
    if (before !== Math.fround(value)) commands.push({ type: 'setWeight', path, index, value });
  };
  for (const [channel, kernel] of kernels.entries())
    for (const [row, line] of kernel.entries())
      for (const [column, weight] of line.entries()) {
        const index = ((row * width + column) * channels + channel) * filters + filter;
        tell(`${layer}/filter`, weights.data[index], index, weight);
      }
  if (biases) tell(`${layer}/bias`, biases.data[filter], filter, bias);
  return commands;
}

export const isOfSize = (kernels: readonly KernelMatrix[], height: number, width: number): boolean =>
  kernels.every((kernel) => kernel.length === height && kernel[0]?.length === width);

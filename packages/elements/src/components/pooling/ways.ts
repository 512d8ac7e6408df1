/** The five ways of making a map smaller, or of leaving it, on one map: what comes out, what counted in it, where a gradient goes, what it costs. */
import {
  convolutionTerms,
  convolve,
  GeometryError,
  pool,
  poolGradient,
  poolTerms,
  windowPlan,
} from '@convlens/geometry';
import type { PlainFilter, PlainImage, WindowPlan } from '@convlens/geometry';
import type { KernelMatrix } from '../convolution/presets.js';

export const wayNames = ['max', 'average', 'l2', 'convolution', 'none'] as const;
export type WayName = (typeof wayNames)[number];

export interface PoolingSettings {
  readonly windowSize: number;
  readonly stride: number;
  /** Of the strided convolution: as many rows and columns as the window. */
  readonly kernel: KernelMatrix;
}

export interface Solved {
  readonly plan: WindowPlan;
  /** Of one channel each. */
  readonly outputs: Readonly<Record<WayName, PlainImage>>;
}

export interface Illegal {
  readonly error: GeometryError;
  /** The largest window that fits; undefined where none does. */
  readonly nearest: number | undefined;
}

export const windowSizes = [2, 4] as const;

/** The weights with which a strided convolution is the average. */
export const equalKernel = (windowSize: number): KernelMatrix =>
  Array.from({ length: windowSize }, () => Array<number>(windowSize).fill(1 / windowSize ** 2));

/** The kernel where it fits the window, else equal weights. */
export const kernelFor = (kernel: KernelMatrix | undefined, windowSize: number): KernelMatrix =>
  kernel?.length === windowSize &&
  kernel.every((row) => row.length === windowSize && row.every(Number.isFinite))
    ? kernel
    : equalKernel(windowSize);

const filterOf = ({ kernel, windowSize }: PoolingSettings): PlainFilter => ({
  values: kernel.flat(),
  shape: [windowSize, windowSize, 1, 1],
});

const planOf = (
  { shape: [height, width] }: PlainImage,
  { windowSize, stride }: PoolingSettings,
): WindowPlan => windowPlan('pool', { input: [height, width], window: windowSize, strides: stride });

/** @param map Of one channel. */
export function solve(map: PlainImage, settings: PoolingSettings): Solved | Illegal {
  try {
    const plan = planOf(map, settings);
    return {
      plan,
      outputs: {
        max: pool('max', map, plan),
        average: pool('average', map, plan),
        l2: pool('l2', map, plan),
        convolution: convolve(map, filterOf(settings), { strides: settings.stride }),
        none: map,
      },
    };
  } catch (error) {
    if (!(error instanceof GeometryError)) throw error;
    const side = Math.min(map.shape[0], map.shape[1], windowSizes[1]);
    return { error, nearest: side >= windowSizes[0] ? side : undefined };
  }
}

/**
 * Where `dy` goes: a number for each cell of the map.
 *
 * @param dy One number for each cell of the way's output.
 */
export function gradientOf(
  way: WayName,
  map: PlainImage,
  settings: PoolingSettings,
  dy: Float64Array,
): Float64Array {
  if (way === 'none') return dy;
  const plan = planOf(map, settings);
  if (way !== 'convolution') return poolGradient(way, map, plan, dy).values;
  // Cells that the stride left over at the end get nothing.
  const left = plan.input.map((size, axis) => (size - plan.window[axis]!) % plan.strides[axis]!);
  return convolve({ values: dy, shape: [...plan.output, 1] }, filterOf(settings), {
    strides: settings.stride,
    outputPadding: left as [number, number],
    isTransposed: true,
  }).values;
}

/** One cell of a window. */
export interface Term {
  readonly value: number;
  /** How much the output would rise for each unit by which this cell rose. */
  readonly share: number;
}

/** The cells under the window of an output cell, row by row. */
export function termsOf(
  way: WayName,
  map: PlainImage,
  settings: PoolingSettings,
  [row, column]: readonly [number, number],
): readonly Term[] {
  const place = [row, column, 0] as const;
  if (way === 'convolution')
    return convolutionTerms(map, filterOf(settings), { strides: settings.stride }, place).map(
      ({ value, weight }) => ({ value, share: weight }),
    );
  const terms = poolTerms(way === 'none' ? 'max' : way, map, planOf(map, settings), place);
  return way === 'none' ? terms.map(({ value }) => ({ value, share: 1 })) : terms;
}

export interface WayCost {
  readonly parameters: number;
  readonly multiplications: number;
  /** What it does besides: comparisons, additions or roots. */
  readonly besides: number;
}

/**
 * As a layer over all channels, without biases. Each output number costs `max` `k² − 1` comparisons; `average` `k² − 1` additions and one
 * product with `1 / k²`; `l2` `k²` squares and a root; a convolution from c maps to c maps `k² c` products.
 */
export function costOf(
  way: WayName,
  channels: number,
  { windowSize, output }: { readonly windowSize: number; readonly output: readonly [number, number] },
): WayCost {
  const cells = windowSize * windowSize;
  const numbers = output[0] * output[1] * channels;
  switch (way) {
    case 'max':
      return { parameters: 0, multiplications: 0, besides: numbers * (cells - 1) };
    case 'average':
      return { parameters: 0, multiplications: numbers, besides: numbers * (cells - 1) };
    case 'l2':
      return { parameters: 0, multiplications: numbers * cells, besides: numbers };
    case 'convolution':
      return {
        parameters: cells * channels * channels,
        multiplications: numbers * cells * channels,
        besides: numbers * (cells * channels - 1),
      };
    case 'none':
      return { parameters: 0, multiplications: 0, besides: 0 };
  }
}

/** One run of a way over all channels, to be timed; the convolution goes from c maps to c maps, its kernel on each map's own. */
export function runOf(
  way: Exclude<WayName, 'none'>,
  maps: PlainImage,
  settings: PoolingSettings,
): () => number {
  const plan = planOf(maps, settings);
  if (way !== 'convolution') return () => pool(way, maps, plan).values[0]!;
  const { windowSize, stride, kernel } = settings;
  const channels = maps.shape[2];
  const values = new Float64Array(windowSize * windowSize * channels * channels);
  kernel.flat().forEach((weight, cell) => {
    for (let channel = 0; channel < channels; channel++)
      values[(cell * channels + channel) * channels + channel] = weight;
  });
  const filter: PlainFilter = { values, shape: [windowSize, windowSize, channels, channels] };
  return () => convolve(maps, filter, { strides: stride }).values[0]!;
}

/** What the lab shows, solved: the outputs with their plan, or the rule that the settings break and the nearest that do not. */
import type { Picture } from '../../parts/value-grid.js';
import { convolutionPlan, convolutionTerms, convolve, GeometryError, sourceIndex } from '@convlens/geometry';
import type {
  ConvolutionPlan,
  ConvolutionSettings,
  ConvolutionTerm,
  PaddingMode,
  PlainFilter,
  PlainImage,
} from '@convlens/geometry';
import type { KernelMatrix } from './presets.js';
import { planeOf } from './source.js';

/** The settings that are whole numbers, as the visitor turns them. */
export interface LabSettings {
  readonly stride: number;
  readonly padding: number;
  readonly dilation: number;
  readonly paddingMode: PaddingMode;
  readonly isTransposed: boolean;
  readonly isFlipped: boolean;
}

export interface Problem {
  readonly image: PlainImage;
  /** One a channel of the image, all of one size. */
  readonly kernels: readonly KernelMatrix[];
  /** 1: all channels are summed; as many as channels: each makes a map of its own. They divide the channels. */
  readonly groups: number;
  readonly settings: LabSettings;
  /** Added to every sum. */
  readonly bias: number;
}

export interface Solved {
  readonly plan: ConvolutionPlan;
  /** Each channel as the window meets it: with its padding round it, where it is padded. */
  readonly shown: readonly Picture[];
  /** One a group. */
  readonly outputs: readonly Picture[];
  /** What each channel adds to its group's output; none where a group is one channel. */
  readonly partials: readonly Picture[];
}

/** A number that can be turned until the settings are legal. */
export type Turnable = 'padding' | 'dilation' | 'stride';

export interface Illegal {
  readonly error: GeometryError | TooManyCells;
  /** The smallest change of one number that makes it legal. */
  readonly nearest: { readonly name: Turnable; readonly value: number } | undefined;
}

export const ranges: Readonly<Record<Turnable, readonly [least: number, most: number]>> = {
  stride: [1, 8],
  padding: [0, 10],
  dilation: [1, 6],
};

/** Transposed, a large picture of many channels makes more numbers than a page should hold. */
const mostNumbers = 5_000_000;

export class TooManyCells extends Error {
  override readonly name = 'TooManyCells';
  readonly code = 'TOO_MANY_CELLS';
}

const tooManyCells = (received: number): TooManyCells =>
  new TooManyCells(
    `convolve: expected an output of at most ${mostNumbers} numbers in all channels, received ${received}. Use a smaller stride, or a smaller picture.`,
  );

const sizeOf = ([kernel]: readonly KernelMatrix[]): readonly [number, number] => [
  kernel?.length ?? 0,
  kernel?.[0]?.length ?? 0,
];

/** `[height, width, channels of a group, groups]`: one filter a group. */
export function filterOf(kernels: readonly KernelMatrix[], groups: number): PlainFilter {
  const [height, width] = sizeOf(kernels);
  const perGroup = kernels.length / groups;
  const shape = [height, width, perGroup, groups] as const;
  const values = Float64Array.from({ length: height * width * kernels.length }, (_, at) => {
    const [cell, channel, group] = [
      Math.floor(at / kernels.length),
      Math.floor((at % kernels.length) / groups),
      at % groups,
    ];
    return kernels[group * perGroup + channel]![Math.floor(cell / width)]![cell % width]!;
  });
  return { values, shape };
}

const settingsOf = (settings: LabSettings): ConvolutionSettings => ({
  strides: settings.stride,
  padding: settings.padding,
  dilations: settings.dilation,
  paddingMode: settings.paddingMode,
  isTransposed: settings.isTransposed,
  isFlipped: settings.isFlipped,
});

export function solve(problem: Problem): Solved | Illegal {
  const { image, kernels, groups, settings, bias } = problem;
  try {
    const plan = planOf(problem, settings);
    const rules = settingsOf(settings);
    const biases = Array<number>(groups).fill(bias);
    const output = convolve(image, filterOf(kernels, groups), { ...rules, bias: biases });
    const parts =
      groups === kernels.length ? undefined : convolve(image, filterOf(kernels, kernels.length), rules);
    return {
      plan,
      shown: mapsOf(image).map((plane) => padded(plane, plan, settings)),
      outputs: mapsOf(output),
      partials: parts ? mapsOf(parts) : [],
    };
  } catch (error) {
    if (!(error instanceof GeometryError || error instanceof TooManyCells)) throw error;
    return { error, nearest: nearestLegal(problem) };
  }
}

const mapsOf = (image: PlainImage): readonly Picture[] =>
  Array.from({ length: image.shape[2] }, (_, channel) => planeOf(image, channel));

/** @throws GeometryError, TooManyCells */
function planOf({ image, kernels }: Problem, settings: LabSettings): ConvolutionPlan {
  const [height, width, channels] = image.shape;
  const plan = convolutionPlan([height, width], sizeOf(kernels), settingsOf(settings));
  const numbers = plan.output[0] * plan.output[1] * channels;
  if (numbers > mostNumbers) throw tooManyCells(numbers);
  return plan;
}

/** Turns one number at a time, by one, then by two, …: the first that is legal is the nearest. */
function nearestLegal(problem: Problem): Illegal['nearest'] {
  const { settings } = problem;
  for (let by = 1; by <= 10; by++) {
    for (const name of ['padding', 'dilation', 'stride'] as const) {
      for (const value of [settings[name] - by, settings[name] + by]) {
        const [least, most] = ranges[name];
        if (value >= least && value <= most && isLegal(problem, { ...settings, [name]: value }))
          return { name, value };
      }
    }
  }
  return undefined;
}

function isLegal(problem: Problem, settings: LabSettings): boolean {
  try {
    planOf(problem, settings);
    return true;
  } catch {
    return false;
  }
}

/** Of one cell of one output, channel by channel. */
export const termsAt = (
  { image, kernels, groups, settings }: Problem,
  [row, column]: readonly [number, number],
  output: number,
): readonly ConvolutionTerm[] =>
  convolutionTerms(image, filterOf(kernels, groups), settingsOf(settings), [row, column, output]);

function padded(picture: Picture, { pads }: ConvolutionPlan, settings: LabSettings): Picture {
  if (settings.isTransposed || Math.max(...Object.values(pads)) === 0) return picture;
  const [height, width] = picture.size;
  const size = [height + pads.top + pads.bottom, width + pads.left + pads.right] as const;
  const values = Float64Array.from({ length: size[0] * size[1] }, (_, cell) => {
    const row = sourceIndex(Math.floor(cell / size[1]) - pads.top, height, settings.paddingMode);
    const column = sourceIndex((cell % size[1]) - pads.left, width, settings.paddingMode);
    return row < 0 || column < 0 ? 0 : picture.values[row * width + column]!;
  });
  return { values, size };
}

/** The output cell whose largest answer is the most telling to begin with. */
export function strongest({ values, size }: Picture): readonly [number, number] {
  let best = 0;
  for (let cell = 1; cell < values.length; cell++)
    if (Math.abs(values[cell]!) > Math.abs(values[best]!)) best = cell;
  return [Math.floor(best / size[1]), best % size[1]];
}

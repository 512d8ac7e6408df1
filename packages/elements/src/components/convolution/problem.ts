/** What the lab shows, solved: the output with its plan, or the rule that the settings break and the nearest that do not. */
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

/** The settings that are whole numbers, as the visitor turns them. */
export interface LabSettings {
  readonly stride: number;
  readonly padding: number;
  readonly dilation: number;
  readonly paddingMode: PaddingMode;
  readonly isTransposed: boolean;
  readonly isFlipped: boolean;
}

export interface Solved {
  readonly plan: ConvolutionPlan;
  /** The picture as the window meets it: with its padding round it, where it is padded. */
  readonly shown: Picture;
  readonly output: Picture & { readonly values: Float64Array };
}

/** A number that can be turned until the settings are legal. */
export type Turnable = 'padding' | 'dilation' | 'stride';

export interface Illegal {
  readonly error: GeometryError;
  /** The smallest change of one number that makes it legal. */
  readonly nearest: { readonly name: Turnable; readonly value: number } | undefined;
}

export const ranges: Readonly<Record<Turnable, readonly [least: number, most: number]>> = {
  stride: [1, 8],
  padding: [0, 10],
  dilation: [1, 6],
};

const sizeOf = (kernel: KernelMatrix): readonly [number, number] => [kernel.length, kernel[0]?.length ?? 0];

const filterOf = (kernel: KernelMatrix): PlainFilter => ({
  values: kernel.flat(),
  shape: [...sizeOf(kernel), 1, 1],
});
const imageOf = ({ values, size }: Picture): PlainImage => ({ values, shape: [...size, 1] });

const settingsOf = (settings: LabSettings): ConvolutionSettings => ({
  strides: settings.stride,
  padding: settings.padding,
  dilations: settings.dilation,
  paddingMode: settings.paddingMode,
  isTransposed: settings.isTransposed,
  isFlipped: settings.isFlipped,
});

export function solve(
  picture: Picture,
  kernel: KernelMatrix,
  settings: LabSettings,
  bias: number,
): Solved | Illegal {
  try {
    const plan = convolutionPlan(picture.size, sizeOf(kernel), settingsOf(settings));
    const { values } = convolve(imageOf(picture), filterOf(kernel), {
      ...settingsOf(settings),
      bias: [bias],
    });
    return { plan, shown: padded(picture, plan, settings), output: { values, size: plan.output } };
  } catch (error) {
    if (!(error instanceof GeometryError)) throw error;
    return { error, nearest: nearestLegal(picture.size, sizeOf(kernel), settings) };
  }
}

/** Turns one number at a time, by one, then by two, …: the first that is legal is the nearest. */
function nearestLegal(
  size: readonly [number, number],
  window: readonly [number, number],
  settings: LabSettings,
): Illegal['nearest'] {
  for (let by = 1; by <= 10; by++) {
    for (const name of ['padding', 'dilation', 'stride'] as const) {
      for (const value of [settings[name] - by, settings[name] + by]) {
        const [least, most] = ranges[name];
        if (value >= least && value <= most && isLegal(size, window, { ...settings, [name]: value }))
          return { name, value };
      }
    }
  }
  return undefined;
}

function isLegal(
  size: readonly [number, number],
  window: readonly [number, number],
  settings: LabSettings,
): boolean {
  try {
    convolutionPlan(size, window, settingsOf(settings));
    return true;
  } catch {
    return false;
  }
}

export const termsAt = (
  picture: Picture,
  kernel: KernelMatrix,
  settings: LabSettings,
  [row, column]: readonly [number, number],
): readonly ConvolutionTerm[] =>
  convolutionTerms(imageOf(picture), filterOf(kernel), settingsOf(settings), [row, column, 0]);

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

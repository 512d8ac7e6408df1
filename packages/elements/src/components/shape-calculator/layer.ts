/** One convolutional layer in numbers: sizes, window, parameters, multiplications; or the rule that its settings break. */
import { convolutionCost, effectiveSize, GeometryError, windowPlan } from '@convlens/geometry';
import type { Cost, Padding, WindowPlan } from '@convlens/geometry';

export interface LayerSettings {
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  readonly filters: number;
  readonly kernel: number;
  readonly stride: number;
  readonly padding: Padding;
  readonly dilation: number;
  readonly groups: number;
}

export interface LayerNumbers extends Cost {
  readonly plan: WindowPlan;
  /** Cells of the input from the first to the last that one output cell sees, along an axis. */
  readonly sees: number;
}

export type Broken =
  | { readonly rule: 'window'; readonly message: string; readonly nearest: number }
  | { readonly rule: 'groups'; readonly nearest: number };

/** `nearest` is the largest kernel, or the largest number of groups below, that is legal. */
export function numbersOf(settings: LayerSettings): LayerNumbers | Broken {
  const { height, width, channels, filters, kernel, stride, padding, dilation, groups } = settings;
  if (channels % groups !== 0 || filters % groups !== 0)
    return { rule: 'groups', nearest: largestDivisor(channels, filters, groups) };
  try {
    const plan = windowPlan('Conv2D', {
      input: [height, width],
      window: kernel,
      strides: stride,
      padding,
      dilations: dilation,
    });
    const cost = convolutionCost({
      window: plan.window,
      output: plan.output,
      inChannels: channels,
      filters,
      groups,
    });
    return { plan, ...cost, sees: effectiveSize(kernel, dilation) };
  } catch (error) {
    if (!(error instanceof GeometryError)) throw error;
    const pads = typeof padding === 'number' ? 2 * padding : 0;
    // (kernel − 1)·dilation + 1 must not be more than the smaller side with its padding.
    const nearest = Math.floor((Math.min(height, width) + pads - 1) / dilation) + 1;
    return { rule: 'window', message: error.message, nearest: Math.max(1, nearest) };
  }
}

function largestDivisor(channels: number, filters: number, below: number): number {
  for (let groups = below - 1; groups > 1; groups--)
    if (channels % groups === 0 && filters % groups === 0) return groups;
  return 1;
}

/**
 * A sliding window, resolved: from the words that people use (`'same'`, 2, `{ top: 1, … }`) to plain numbers that a
 * convolution or pooling kernel follows without deciding anything. Rounding up (ceil mode), transposed convolution
 * and padding modes other than constant are not here yet.
 */
import { invalidPadding, invalidSize, windowTooLarge } from './errors.js';

/** Cells added around the image. Named, because libraries order flat lists differently. */
export interface Pads {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/**
 * - `'valid'`: no padding, only whole windows;
 * - `'same'`: output size = ceil(input / stride); of an odd total the smaller half goes before (as in TensorFlow);
 * - a number: the same on all four sides; a pair: `[vertical, horizontal]`; or all four by name.
 */
export type Padding = 'same' | 'valid' | number | readonly [vertical: number, horizontal: number] | Pads;

/** One number for both axes, or `[height, width]`. */
export type Pair = number | readonly [height: number, width: number];

export interface WindowSettings {
  /** `[height, width]` of the input. */
  readonly input: readonly [height: number, width: number];
  readonly window: Pair;
  /** 1 unless told. */
  readonly strides?: Pair | undefined;
  /** `'valid'` unless told. */
  readonly padding?: Padding | undefined;
  /** Distance between neighbouring cells of the window; 1 unless told. */
  readonly dilations?: Pair | undefined;
}

/** Everything that a sliding-window kernel needs to know of the geometry. */
export interface WindowPlan {
  readonly input: readonly [height: number, width: number];
  readonly window: readonly [height: number, width: number];
  readonly strides: readonly [height: number, width: number];
  readonly dilations: readonly [height: number, width: number];
  readonly pads: Pads;
  readonly output: readonly [height: number, width: number];
}

export const toPair = (pair: Pair): readonly [number, number] =>
  typeof pair === 'number' ? [pair, pair] : [pair[0], pair[1]];

/** Cells from the first to the last of a dilated window: `(window - 1) * dilation + 1`. */
export const effectiveSize = (window: number, dilation: number): number => (window - 1) * dilation + 1;

/**
 * Resolves window settings to a plan.
 *
 * Output size along an axis: `floor((input + padding - effectiveWindow) / stride) + 1`
 * (Dumoulin & Visin, "A guide to convolution arithmetic for deep learning", 2016, relationships 6 and 15).
 *
 * @param op Whose settings these are; errors name it.
 * @throws GeometryError `INVALID_SIZE` for sizes that are not positive whole numbers, `INVALID_PADDING` for padding
 * that is negative or fractional, `WINDOW_TOO_LARGE` where not one window fits.
 * @example windowPlan('conv2d', { input: [28, 28], window: 5, padding: 'same' }).output // [28, 28]
 * @example windowPlan('maxPool2d', { input: [7, 7], window: 2, strides: 2 }).output // [3, 3]
 */
export function windowPlan(op: string, settings: WindowSettings): WindowPlan {
  const input = settings.input;
  const window = positive(op, 'window', toPair(settings.window));
  const strides = positive(op, 'strides', toPair(settings.strides ?? 1));
  const dilations = positive(op, 'dilations', toPair(settings.dilations ?? 1));
  const vertical = resolveAxis(
    op,
    0,
    settings.padding ?? 'valid',
    input[0],
    window[0],
    strides[0],
    dilations[0],
  );
  const horizontal = resolveAxis(
    op,
    1,
    settings.padding ?? 'valid',
    input[1],
    window[1],
    strides[1],
    dilations[1],
  );
  return {
    input,
    window,
    strides,
    dilations,
    pads: { top: vertical.before, bottom: vertical.after, left: horizontal.before, right: horizontal.after },
    output: [vertical.output, horizontal.output],
  };
}

interface Axis {
  readonly before: number;
  readonly after: number;
  readonly output: number;
}

const axisNames = ['height', 'width'] as const;

function resolveAxis(
  op: string,
  axis: 0 | 1,
  padding: Padding,
  input: number,
  window: number,
  stride: number,
  dilation: number,
): Axis {
  const effective = effectiveSize(window, dilation);
  if (padding === 'same') {
    const output = Math.ceil(input / stride);
    const total = Math.max((output - 1) * stride + effective - input, 0);
    const before = Math.floor(total / 2);
    return { before, after: total - before, output };
  }
  const [before, after] = padding === 'valid' ? [0, 0] : explicitPads(op, axis, padding);
  const room = input + before + after - effective;
  if (room < 0) throw windowTooLarge(op, axisNames[axis], input, before + after, window, dilation);
  return { before, after, output: Math.floor(room / stride) + 1 };
}

function explicitPads(op: string, axis: 0 | 1, padding: Exclude<Padding, string>): readonly [number, number] {
  const pads = toSides(padding, axis);
  if (!pads.every((side) => Number.isInteger(side) && side >= 0)) throw invalidPadding(op, padding);
  return pads;
}

function toSides(padding: Exclude<Padding, string>, axis: 0 | 1): readonly [number, number] {
  if (typeof padding === 'number') return [padding, padding];
  if ('top' in padding) return axis === 0 ? [padding.top, padding.bottom] : [padding.left, padding.right];
  return [padding[axis], padding[axis]];
}

function positive(op: string, name: string, pair: readonly [number, number]): readonly [number, number] {
  if (!pair.every((size) => Number.isInteger(size) && size > 0)) throw invalidSize(op, name, pair);
  return pair;
}

/** A convolution of one small image, resolved: which input cell meets which kernel cell at every place of the output. */
import { invalidOutputPadding, noOutput, transposedPadding } from './errors.js';
import { assertFillable, sourceIndex, zeroCell } from './padding-mode.js';
import type { PaddingMode } from './padding-mode.js';
import { effectiveSize, toPair, windowPlan } from './window-plan.js';
import type { Padding, Pair, WindowPlan } from './window-plan.js';

export interface ConvolutionSettings {
  /** 1 unless told. */
  readonly strides?: Pair;
  /** `'valid'` unless told. */
  readonly padding?: Padding;
  /** `'zeros'` unless told; a transposed convolution has no other. */
  readonly paddingMode?: PaddingMode;
  /** 1 unless told. */
  readonly dilations?: Pair;
  /** Spreads every input cell over a window of the output, the adjoint of the convolution with the same settings. */
  readonly isTransposed?: boolean;
  /**
   * Rows and columns added at the end of a transposed output: a stride leaves cells over, and which size they came from the
   * output alone does not tell. 0 unless told, less than the stride.
   */
  readonly outputPadding?: Pair;
  /** Turns the kernel by 180°: a convolution as mathematics has it; networks leave it out (cross-correlation). */
  readonly isFlipped?: boolean;
}

/** At one place of one axis: this kernel cell meets this input cell. */
export interface AxisTap {
  /** Index into the kernel, in the order in which the window is walked. */
  readonly window: number;
  /** Index of the weight: the same, or counted from the other end where the kernel is flipped. */
  readonly kernel: number;
  /** Index into the image, or -1 for a padded zero. */
  readonly input: number;
}

export interface ConvolutionPlan extends WindowPlan {
  /** By output row, and by output column; a cell's terms are every pair of both. */
  readonly rows: readonly (readonly AxisTap[])[];
  readonly columns: readonly (readonly AxisTap[])[];
}

/**
 * Resolves the settings of a convolution over one image.
 *
 * Output size: `floor((in + padding - dilation (size - 1) - 1) / stride) + 1`; transposed
 * `(in - 1) stride - padding + dilation (size - 1) + 1 + outputPadding` (Dumoulin & Visin, 2016, relationships 15 and 13 with dilation).
 *
 * @param input `[height, width]`
 * @param window `[height, width]`
 * @throws GeometryError as `windowPlan`; `PADDING_TOO_LARGE`; for transposed ones `TRANSPOSED_PADDING`, `INVALID_OUTPUT_PADDING` and `NO_OUTPUT`
 * @example convolutionPlan([5, 5], [3, 3], { strides: 2 }).output // [2, 2]
 * @example convolutionPlan([2, 2], [3, 3], { strides: 2, isTransposed: true }).output // [5, 5]
 */
export function convolutionPlan(
  input: readonly [number, number],
  window: readonly [number, number],
  settings: ConvolutionSettings = {},
): ConvolutionPlan {
  const op = settings.isTransposed ? 'convolveTransposed' : 'convolve';
  const mode = settings.paddingMode ?? 'zeros';
  const plan = settings.isTransposed
    ? transposed(op, input, window, settings, mode)
    : windowPlan(op, { ...settings, input, window });
  const { top, bottom, left, right } = plan.pads;
  assertFillable(op, mode, 'height', input[0], [top, bottom]);
  assertFillable(op, mode, 'width', input[1], [left, right]);
  const tapsOf = (axis: 0 | 1): readonly (readonly AxisTap[])[] => axisTaps(plan, axis, mode, settings);
  return { ...plan, rows: tapsOf(0), columns: tapsOf(1) };
}

function transposed(
  op: string,
  input: readonly [number, number],
  window: readonly [number, number],
  settings: ConvolutionSettings,
  mode: PaddingMode,
): WindowPlan {
  const { padding = 'valid' } = settings;
  if (mode !== 'zeros' || padding === 'same')
    throw transposedPadding(op, padding === 'same' ? padding : mode);
  // Resolved over an image that is surely large enough: what is kept are strides, dilations and pads.
  const roomy = windowPlan(op, { ...settings, input: window.map(() => 2 ** 20) as [number, number], window });
  const { strides, dilations, pads } = roomy;
  const extra = toPair(settings.outputPadding ?? 0);
  if (!extra.every((cells, axis) => Number.isInteger(cells) && cells >= 0 && cells < strides[axis]!))
    throw invalidOutputPadding(op, extra, strides);
  const size = (axis: 0 | 1, pad: number): number =>
    (input[axis] - 1) * strides[axis] - pad + effectiveSize(window[axis], dilations[axis]) + extra[axis];
  const output = [size(0, pads.top + pads.bottom), size(1, pads.left + pads.right)] as const;
  if (Math.min(...output) < 1) throw noOutput(op, output);
  return { ...roomy, input, output };
}

function axisTaps(
  { input, window, strides, dilations, pads, output }: WindowPlan,
  axis: 0 | 1,
  mode: PaddingMode,
  { isTransposed = false, isFlipped = false }: ConvolutionSettings,
): readonly (readonly AxisTap[])[] {
  const before = axis === 0 ? pads.top : pads.left;
  const [size, stride, dilation, count] = [input[axis], strides[axis], dilations[axis], window[axis]];
  return Array.from({ length: output[axis] }, (_, at) =>
    Array.from({ length: count }, (_, cell) => {
      const position = at * stride - before + cell * dilation;
      // Transposed: which input cell, if any, has spread its window so that this cell of it lands here?
      const spread = (at + before - cell * dilation) / stride;
      const isHit = Number.isInteger(spread) && spread >= 0 && spread < size;
      return {
        window: cell,
        kernel: isFlipped ? count - 1 - cell : cell,
        input: isTransposed ? (isHit ? spread : zeroCell) : sourceIndex(position, size, mode),
      };
    }).filter(({ input: source }) => !isTransposed || source !== zeroCell),
  );
}

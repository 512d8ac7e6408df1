/** A convolution in plain numbers: one image, every setting, slow and plain enough to be shown term by term. */
import { convolutionPlan } from './convolution-plan.js';
import type { ConvolutionPlan, ConvolutionSettings } from './convolution-plan.js';
import { invalidGroups } from './errors.js';
import { zeroCell } from './padding-mode.js';
import { assertLength } from './plain-image.js';
import type { PlainImage } from './plain-image.js';

/** Row-major `[height, width, channels of one group, filters]`. */
export interface PlainFilter {
  readonly values: ArrayLike<number>;
  readonly shape: readonly [height: number, width: number, channels: number, filters: number];
}

export interface ConvolveSettings extends ConvolutionSettings {
  /** One number a filter; none unless told. */
  readonly bias?: ArrayLike<number>;
}

/** One product of the sum that makes an output cell. */
export interface ConvolutionTerm {
  /** Cell of the window, `[row, column]`, in the order in which it is walked. */
  readonly window: readonly [row: number, column: number];
  /** Cell of the kernel: the same, unless the kernel is flipped. */
  readonly kernel: readonly [row: number, column: number];
  readonly channel: number;
  /** Cell of the image, or undefined where padding stands for it with a zero. */
  readonly input: readonly [row: number, column: number] | undefined;
  readonly value: number;
  readonly weight: number;
  readonly product: number;
}

/**
 * Convolves one image (a cross-correlation, unless `isFlipped`), in float64.
 *
 * `y[r, c, f] = bias[f] + sum over the window and the channels of f's group of x[...] * w[...]`.
 * The number of groups is `image channels / filter channels`: 1 for an ordinary convolution, as many as channels for a depthwise one.
 *
 * @returns `[output height, output width, filters]`
 * @throws GeometryError `WRONG_LENGTH`, `INVALID_GROUPS` and those of `convolutionPlan`
 * @example
 * const image = { values: [1, 2, 3, 4], shape: [2, 2, 1] };
 * const filter = { values: [1, 0, 0, -1], shape: [2, 2, 1, 1] };
 * convolve(image, filter).values // Float64Array [-3]
 */
export function convolve(
  image: PlainImage,
  filter: PlainFilter,
  settings: ConvolveSettings = {},
): PlainImage & { readonly values: Float64Array } {
  const { plan, groups } = resolve(image, filter, settings);
  const [, width, channels] = image.shape;
  const [, kernelWidth, perGroup, filters] = filter.shape;
  const values = new Float64Array(plan.output[0] * plan.output[1] * filters);
  let at = 0;
  for (const rows of plan.rows) {
    for (const columns of plan.columns) {
      for (let f = 0; f < filters; f++, at++) {
        const first = Math.floor((f * groups) / filters) * perGroup;
        let sum = settings.bias?.[f] ?? 0;
        for (const row of rows) {
          if (row.input === zeroCell) continue;
          for (const column of columns) {
            if (column.input === zeroCell) continue;
            const x = (row.input * width + column.input) * channels + first;
            const w = (row.kernel * kernelWidth + column.kernel) * perGroup * filters + f;
            for (let c = 0; c < perGroup; c++) sum += image.values[x + c]! * filter.values[w + c * filters]!;
          }
        }
        values[at] = sum;
      }
    }
  }
  return { values, shape: [...plan.output, filters] };
}

/**
 * The products that make one output cell, channel by channel, each window row by row. Their sum and the bias are the cell of
 * `convolve`. Padded zeros are among them: they were multiplied too.
 *
 * @param cell `[row, column, filter]` of the output
 * @throws GeometryError as `convolve`
 * @example
 * convolutionTerms(image, filter, {}, [0, 0, 0]).map(({ product }) => product) // [1, 0, 0, -4]
 */
export function convolutionTerms(
  image: PlainImage,
  filter: PlainFilter,
  settings: ConvolveSettings,
  [row, column, f]: readonly [row: number, column: number, filter: number],
): readonly ConvolutionTerm[] {
  const { plan, groups } = resolve(image, filter, settings);
  const [, width, channels] = image.shape;
  const [, kernelWidth, perGroup, filters] = filter.shape;
  const first = Math.floor((f * groups) / filters) * perGroup;
  return Array.from({ length: perGroup }, (_, c) => c).flatMap((c) =>
    (plan.rows[row] ?? []).flatMap((down) =>
      (plan.columns[column] ?? []).map((across): ConvolutionTerm => {
        const isPadding = down.input === zeroCell || across.input === zeroCell;
        const weight =
          filter.values[((down.kernel * kernelWidth + across.kernel) * perGroup + c) * filters + f]!;
        const value = isPadding
          ? 0
          : image.values[(down.input * width + across.input) * channels + first + c]!;
        return {
          window: [down.window, across.window],
          kernel: [down.kernel, across.kernel],
          channel: first + c,
          input: isPadding ? undefined : [down.input, across.input],
          value,
          weight,
          product: value * weight,
        };
      }),
    ),
  );
}

function resolve(
  image: PlainImage,
  filter: PlainFilter,
  settings: ConvolveSettings,
): { readonly plan: ConvolutionPlan; readonly groups: number } {
  const [height, width, channels] = image.shape;
  const [kernelHeight, kernelWidth, perGroup, filters] = filter.shape;
  assertLength('convolve', 'image', image.values, image.shape);
  assertLength('convolve', 'filter', filter.values, filter.shape);
  if (settings.bias) assertLength('convolve', 'bias', settings.bias, [filters]);
  const groups = channels / perGroup;
  if (!Number.isInteger(groups) || filters % groups !== 0) throw invalidGroups(channels, perGroup, filters);
  return { plan: convolutionPlan([height, width], [kernelHeight, kernelWidth], settings), groups };
}

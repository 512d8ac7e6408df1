/**
 * Pooling in plain numbers: one image, one number a window, channel by channel; and where the gradient of that number goes.
 * What a network computes is the backends' work; these are the same numbers, and L2, which no backend has.
 */
import { invalidKind, wrongPlan } from './errors.js';
import { assertLength } from './plain-image.js';
import type { PlainImage } from './plain-image.js';
import type { WindowPlan } from './window-plan.js';

/**
 * What a window keeps: its largest number; the mean of its numbers; `l2`, the root of the sum of their squares (the sum, as
 * in PyTorch's `LPPool2d` and ONNX's `LpPool`: not the root mean square, which is `1 / √cells` of it).
 */
export type PoolKind = 'max' | 'average' | 'l2';

export interface PoolOptions {
  /**
   * Whether an average divides by all cells of the window, padded zeros among them (PyTorch's default), or by those that lie on the
   * image (Keras's). False unless told; it changes nothing for the other kinds.
   */
  readonly countsPadding?: boolean;
}

export interface PooledImage extends PlainImage {
  readonly values: Float64Array;
  /**
   * For `max` the place of each output number in the image's `values`: the first largest in row order, -1 for a window that lies
   * wholly in the padding. Undefined for the other kinds.
   */
  readonly winners: Int32Array | undefined;
}

/** One cell under the window of an output cell. */
export interface PoolTerm {
  /** Cell of the window, `[row, column]`. */
  readonly window: readonly [row: number, column: number];
  /** Cell of the image, or undefined where it is padding. */
  readonly input: readonly [row: number, column: number] | undefined;
  /** 0 where it is padding. */
  readonly value: number;
  /** How much the output would rise for each unit by which this cell rose: its share of the gradient. 0 where it is padding. */
  readonly share: number;
}

const kinds: readonly PoolKind[] = ['max', 'average', 'l2'];

/**
 * Pools one image, in float64.
 *
 * Padding never wins a maximum and adds nothing to a sum; of equal maxima the first in row order wins; NaN is passed on. A window
 * that lies wholly in the padding gives −Infinity for `max`, 0 for `l2`, and for `average` NaN, or 0 where padding counts.
 *
 * @param plan From `windowPlan`; its `input` is the image's height and width.
 * @returns `[output height, output width, channels]`
 * @throws GeometryError `INVALID_KIND`, `WRONG_LENGTH`, `WRONG_PLAN`
 * @example
 * const image = { values: [1, 2, 3, 4], shape: [2, 2, 1] };
 * const plan = windowPlan('pool', { input: [2, 2], window: 2, strides: 2 });
 * pool('max', image, plan).values // Float64Array [4]
 * pool('average', image, plan).values // Float64Array [2.5]
 */
export function pool(
  kind: PoolKind,
  image: PlainImage,
  plan: WindowPlan,
  options: PoolOptions = {},
): PooledImage {
  const shape = outputShape('pool', kind, image, plan);
  const values = new Float64Array(shape[0] * shape[1] * shape[2]);
  const winners = kind === 'max' ? new Int32Array(values.length) : undefined;
  const columns = cellsOnImage(plan, 1);
  let out = 0;
  for (const down of cellsOnImage(plan, 0)) {
    for (const across of columns) {
      const divisor = divisorOf(down.length * across.length, plan, options);
      for (let channel = 0; channel < shape[2]; channel++, out++) {
        if (winners) {
          const winner = (winners[out] = winnerOf(image, down, across, channel));
          values[out] = winner === nowhere ? -Infinity : image.values[winner]!;
        } else if (kind === 'average') values[out] = sumOf(image, down, across, channel) / divisor;
        else values[out] = Math.sqrt(sumOfSquares(image, down, across, channel));
      }
    }
  }
  return { values, shape, winners };
}

/**
 * The gradient with respect to the image: where a `dy` goes.
 *
 * - `max`: all of it to the winner; a cell that wins several windows receives the sum;
 * - `average`: `dy / divisor` to every cell;
 * - `l2`: `dy · x / y` to every cell, 0 where y is 0.
 *
 * @param dy One number for each of the output.
 * @returns Of the image's shape.
 * @throws GeometryError as `pool`
 * @example poolGradient('max', image, plan, [1]).values // Float64Array [0, 0, 0, 1]
 * @example poolGradient('average', image, plan, [1]).values // Float64Array [0.25, 0.25, 0.25, 0.25]
 */
export function poolGradient(
  kind: PoolKind,
  image: PlainImage,
  plan: WindowPlan,
  dy: ArrayLike<number>,
  options: PoolOptions = {},
): PlainImage & { readonly values: Float64Array } {
  assertLength('poolGradient', 'dy', dy, outputShape('poolGradient', kind, image, plan));
  const { values: y, winners } = pool(kind, image, plan, options);
  const { values: x, shape } = image;
  const [, width, channels] = shape;
  const values = new Float64Array(x.length);
  if (winners) {
    winners.forEach((winner, out) => {
      if (winner !== nowhere) values[winner]! += dy[out]!;
    });
    return { values, shape };
  }
  const columns = cellsOnImage(plan, 1);
  let first = 0;
  for (const down of cellsOnImage(plan, 0)) {
    for (const across of columns) {
      const divisor = divisorOf(down.length * across.length, plan, options);
      for (const inY of down) {
        for (const inX of across) {
          for (let channel = 0; channel < channels; channel++) {
            const [at, out] = [(inY * width + inX) * channels + channel, first + channel];
            if (kind === 'average') values[at]! += dy[out]! / divisor;
            else if (y[out] !== 0) values[at]! += (dy[out]! * x[at]!) / y[out]!;
          }
        }
      }
      first += channels;
    }
  }
  return { values, shape };
}

/**
 * The cells under the window of one output cell, row by row, padding among them, each with its share of the gradient.
 *
 * @param cell `[row, column, channel]` of the output
 * @throws GeometryError as `pool`
 * @example poolTerms('max', image, plan, [0, 0, 0]).map(({ share }) => share) // [0, 0, 0, 1]
 */
export function poolTerms(
  kind: PoolKind,
  image: PlainImage,
  plan: WindowPlan,
  [row, column, channel]: readonly [row: number, column: number, channel: number],
  options: PoolOptions = {},
): readonly PoolTerm[] {
  const [, , channels] = outputShape('poolTerms', kind, image, plan);
  const [down, across] = [axisCells(plan, 0)[row] ?? [], axisCells(plan, 1)[column] ?? []];
  const cells = down.flatMap((inY, windowY) =>
    across.map((inX, windowX): Omit<PoolTerm, 'share'> => {
      const isPadding = inY === nowhere || inX === nowhere;
      return {
        window: [windowY, windowX],
        input: isPadding ? undefined : [inY, inX],
        value: isPadding ? 0 : image.values[(inY * image.shape[1] + inX) * channels + channel]!,
      };
    }),
  );
  const onImage = cells.filter(({ input }) => input !== undefined);
  const divisor = options.countsPadding ? cells.length : onImage.length;
  const root = Math.sqrt(onImage.reduce((sum, { value }) => sum + value * value, 0));
  const winner = onImage.reduce<(typeof onImage)[number] | undefined>(
    (best, cell) => (best === undefined || beats(cell.value, best.value) ? cell : best),
    undefined,
  );
  return cells.map((cell): PoolTerm => {
    if (cell.input === undefined) return { ...cell, share: 0 };
    if (kind === 'max') return { ...cell, share: cell === winner ? 1 : 0 };
    if (kind === 'average') return { ...cell, share: 1 / divisor };
    return { ...cell, share: root === 0 ? 0 : cell.value / root };
  });
}

const nowhere = -1;

/** Along one axis, for every place of the window the cells of the image that it meets, or -1 where it meets padding. */
function axisCells(
  { input, window, strides, dilations, pads, output }: WindowPlan,
  axis: 0 | 1,
): readonly (readonly number[])[] {
  const before = axis === 0 ? pads.top : pads.left;
  return Array.from({ length: output[axis] }, (_, at) =>
    Array.from({ length: window[axis] }, (_, cell) => {
      const position = at * strides[axis] - before + cell * dilations[axis];
      return position >= 0 && position < input[axis] ? position : nowhere;
    }),
  );
}

/** The same without padding. */
const cellsOnImage = (plan: WindowPlan, axis: 0 | 1): readonly (readonly number[])[] =>
  axisCells(plan, axis).map((cells) => cells.filter((cell) => cell !== nowhere));

/** Rows and columns of the image under one window: every pair is a cell. */
type Cells = readonly number[];

function winnerOf(
  { values, shape: [, width, channels] }: PlainImage,
  down: Cells,
  across: Cells,
  channel: number,
): number {
  let winner = nowhere;
  for (const inY of down) {
    for (const inX of across) {
      const at = (inY * width + inX) * channels + channel;
      if (winner === nowhere || beats(values[at]!, values[winner]!)) winner = at;
    }
  }
  return winner;
}

/** Whether a later number takes the place of an earlier maximum: NaN does, unless there is one already. */
const beats = (later: number, earlier: number): boolean =>
  later > earlier || (Number.isNaN(later) && !Number.isNaN(earlier));

function sumOf(
  { values, shape: [, width, channels] }: PlainImage,
  down: Cells,
  across: Cells,
  channel: number,
): number {
  let sum = 0;
  for (const inY of down) for (const inX of across) sum += values[(inY * width + inX) * channels + channel]!;
  return sum;
}

function sumOfSquares(
  { values, shape: [, width, channels] }: PlainImage,
  down: Cells,
  across: Cells,
  channel: number,
): number {
  let sum = 0;
  for (const inY of down)
    for (const inX of across) sum += values[(inY * width + inX) * channels + channel]! ** 2;
  return sum;
}

/** What an average is divided by. */
const divisorOf = (
  onImage: number,
  { window }: WindowPlan,
  { countsPadding = false }: PoolOptions,
): number => (countsPadding ? window[0] * window[1] : onImage);

function outputShape(
  op: string,
  kind: PoolKind,
  { values, shape }: PlainImage,
  { input, output }: WindowPlan,
): readonly [number, number, number] {
  if (!kinds.includes(kind)) throw invalidKind(op, kinds, kind);
  const [height, width, channels] = shape;
  if (input[0] !== height || input[1] !== width) throw wrongPlan(op, input, [height, width]);
  assertLength(op, 'image', values, shape);
  return [...output, channels];
}

/**
 * Resizing by area: a pixel of the result is the mean of what it covers of the picture, each pixel by the part of it that is
 * covered. In plain numbers, because a canvas smooths as its browser likes. Left out: every other filter.
 */
import type { ImageBatch } from '@convlens/types';
import { checkImages } from '../check-images.js';
import { invalidOption } from '../errors.js';

/** Height and width in pixels. */
export type Sides = readonly [height: number, width: number];

/**
 * Takes the rows of one picture from top to bottom and writes the rows of the result as soon as they are known, so that a large
 * picture is never held as a whole.
 *
 * With a row measured as `output height` and a column as `output width`, a pixel of the result is `input height` high and `input width`
 * wide and every overlap is a whole number. Whole-numbered values are therefore summed without rounding; the one division comes last.
 */
export class AreaAverage {
  readonly values: Float32Array;
  readonly #input: Sides;
  readonly #output: Sides;
  readonly #channels: number;
  readonly #divisor: number;
  /** One entry for each overlap of a column with a column of the result. */
  readonly #from: Uint32Array;
  readonly #to: Uint32Array;
  readonly #width: Float64Array;
  readonly #line: Float64Array;
  readonly #sums: Float64Array;
  #read = 0;
  #written = 0;

  /** @param unit The value that becomes 1. */
  constructor(input: Sides, output: Sides, channels: number, unit = 1) {
    this.#input = input;
    this.#output = output;
    this.#channels = channels;
    this.#divisor = input[0] * input[1] * unit;
    this.values = new Float32Array(output[0] * output[1] * channels);
    this.#line = new Float64Array(output[1] * channels);
    this.#sums = new Float64Array(output[1] * channels);
    const columns = overlaps(input[1], output[1]);
    this.#from = Uint32Array.from(columns, ({ from }) => from * channels);
    this.#to = Uint32Array.from(columns, ({ to }) => to * channels);
    this.#width = Float64Array.from(columns, ({ length }) => length);
  }

  /** `width * channels` values from `start`; the next row of the picture. */
  add(row: ArrayLike<number>, start = 0): void {
    this.#narrow(row, start);
    const inputHeight = this.#input[0];
    let top = this.#read * this.#output[0];
    const end = ++this.#read * this.#output[0];
    while (top < end) {
      const rowEnd = (this.#written + 1) * inputHeight;
      const bottom = Math.min(end, rowEnd);
      for (let i = 0; i < this.#sums.length; i++) this.#sums[i]! += (bottom - top) * this.#line[i]!;
      if (bottom === rowEnd) this.#write();
      top = bottom;
    }
  }

  #narrow(row: ArrayLike<number>, start: number): void {
    const channels = this.#channels;
    const line = this.#line.fill(0);
    for (let i = 0; i < this.#width.length; i++) {
      const from = start + this.#from[i]!;
      const to = this.#to[i]!;
      const width = this.#width[i]!;
      for (let c = 0; c < channels; c++) line[to + c]! += width * row[from + c]!;
    }
  }

  #write(): void {
    const first = this.#written++ * this.#sums.length;
    for (let i = 0; i < this.#sums.length; i++) this.values[first + i] = this.#sums[i]! / this.#divisor;
    this.#sums.fill(0);
  }
}

interface Overlap {
  readonly from: number;
  readonly to: number;
  readonly length: number;
}

/** Of `input` pixels, each `output` long, with `output` pixels, each `input` long. */
function overlaps(input: number, output: number): Overlap[] {
  const found: Overlap[] = [];
  let [from, to, start] = [0, 0, 0];
  while (from < input) {
    const end = Math.min((from + 1) * output, (to + 1) * input);
    found.push({ from, to, length: end - start });
    if (end === (from + 1) * output) from++;
    if (end === (to + 1) * input) to++;
    start = end;
  }
  return found;
}

/**
 * Makes each picture of a batch smaller, or larger, by area: a pixel of the result is the mean of what it covers.
 *
 * - `images`: `[batch, height, width, channels]`; bytes count as value / 255
 * - returns `[batch, size.height, size.width, channels]`
 *
 * The two sides are independent: keep their ratio yourself where the picture must not be stretched. Enlarged pictures show their pixels
 * as squares.
 *
 * @throws DatasetError `INVALID_OPTION` when a side is not a whole number of 1 or more, or shape and data do not fit together.
 * @example
 * const images = { shape: [1, 1, 3, 1], data: Float32Array.of(0, 0.5, 1) };
 * resizeArea(images, { height: 1, width: 1 }).data // Float32Array [0.5]
 */
export function resizeArea(
  images: ImageBatch,
  size: { readonly height: number; readonly width: number },
): ImageBatch & { readonly data: Float32Array } {
  checkImages('resizeArea', images);
  const { shape, data } = images;
  const [batch, height, width, channels] = shape;
  for (const side of ['height', 'width'] as const)
    if (!(Number.isInteger(size[side]) && size[side] > 0))
      throw invalidOption('resizeArea', side, 'a whole number of 1 or more', size[side], 'Count pixels.');
  const perImage = size.height * size.width * channels;
  const values = new Float32Array(batch * perImage);
  const unit = data instanceof Uint8Array ? 255 : 1;
  for (let image = 0; image < batch; image++) {
    const average = new AreaAverage([height, width], [size.height, size.width], channels, unit);
    for (let row = 0; row < height; row++) average.add(data, (image * height + row) * width * channels);
    values.set(average.values, image * perImage);
  }
  return { shape: [batch, size.height, size.width, channels], data: values };
}

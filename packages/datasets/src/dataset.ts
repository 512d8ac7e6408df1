/** Labelled images in memory: taken apart, shuffled and batched as views of one store. Reads nothing: see `mnist`. */
import { permutation, randomKey } from '@convlens/random';
import type { ImageBatch, LabelledImages, TrainingData } from '@convlens/types';
import { invalidDataset, invalidOption } from './errors.js';
import { pick } from './pick.js';

export interface DatasetOptions extends LabelledImages {
  /** By label; where given, every label has a name. */
  readonly classNames?: readonly string[];
  /** Which images, in which order; all as they are unless told. Not copied: leave it as it is. */
  readonly rows?: Uint32Array;
}

export interface BatchOptions {
  /** Images a batch; 32 unless told. */
  readonly batchSize?: number;
  /** Shuffles; without a seed the images come in their own order. */
  readonly seed?: number;
  /** Which pass over the data: every epoch of one seed has an order of its own. 0 unless told. */
  readonly epoch?: number;
  /** Leaves out a last batch that is not full; `false` unless told. */
  readonly dropRemainder?: boolean;
}

/** The images of a training run, and those held back to judge it while it goes on. */
export interface Split {
  readonly train: Dataset;
  readonly validation: Dataset;
}

/**
 * Images with a class each. Immutable: `take`, `skip`, `slice`, `shuffle` and `split` return others that share the pixels.
 *
 * It is a `TrainingData`, so a `Trainer` takes it as it is, and a `LabelledImages`, so `model.predict(dataset.images)` works.
 * Do not change the arrays that it was made of or that it returns.
 *
 * @throws DatasetError `INVALID_DATASET` when pixels, shape, labels, class names and rows do not fit together.
 * @example
 * const images = { shape: [2, 1, 1, 1], data: Uint8Array.of(0, 255) };
 * new Dataset({ images, labels: Uint8Array.of(7, 3) }).take(1).labels // Uint8Array [7]
 */
export class Dataset implements LabelledImages, TrainingData {
  readonly length: number;
  readonly imageShape: readonly [height: number, width: number, channels: number];
  readonly classNames?: readonly string[];
  readonly #store: LabelledImages;
  readonly #rows: Uint32Array;
  readonly #imageSize: number;
  /** Byte to share of full ink; made once, so that reading a pixel is a look-up. */
  readonly #unit: Float32Array;
  #content: LabelledImages | undefined;

  constructor({ images, labels, classNames, rows }: DatasetOptions) {
    const [count, height, width, channels] = images.shape;
    this.imageShape = [height, width, channels];
    this.#imageSize = height * width * channels;
    checkStore(images, labels, classNames);
    this.#store = { images, labels };
    this.#rows = rows ?? Uint32Array.from({ length: count }, (_, row) => row);
    const outside = this.#rows.find((row) => row >= count);
    if (outside !== undefined)
      throw invalidDataset(`rows from 0 to ${count - 1}`, String(outside), 'Leave rows out to take all.');
    this.length = this.#rows.length;
    if (classNames !== undefined) this.classNames = classNames;
    this.#unit = Float32Array.from({ length: 256 }, (_, byte) => byte / 255);
  }

  /** `[length, height, width, channels]`. A view where the rows are neighbours, else copied at the first use. */
  get images(): ImageBatch {
    this.#content ??= this.#read(this.#rows);
    return this.#content.images;
  }

  get labels(): Uint8Array | Int32Array {
    this.#content ??= this.#read(this.#rows);
    return this.#content.labels;
  }

  /**
   * One image as a batch of one, its label, and the label's name where classes have names.
   * @throws DatasetError `INVALID_OPTION` when there is no such row.
   */
  get(index: number): {
    readonly image: ImageBatch;
    readonly label: number;
    readonly className: string | undefined;
  } {
    if (!(Number.isInteger(index) && index >= 0 && index < this.length)) {
      throw invalidOption(
        'get',
        'index',
        `a whole number from 0 to ${this.length - 1}`,
        index,
        'Ask for a row that exists.',
      );
    }
    const { images, labels } = this.#read(this.#rows.subarray(index, index + 1));
    const label = labels[0]!;
    return { image: images, label, className: this.classNames?.[label] };
  }

  /** The first `count` images, or all where there are fewer. */
  take(count: number): Dataset {
    return this.slice(0, wholeNumber('take', 'count', count));
  }

  /** All but the first `count` images. */
  skip(count: number): Dataset {
    return this.slice(wholeNumber('skip', 'count', count));
  }

  /** Images `start` up to, but without, `end`; like `Array.prototype.slice`, also with negative numbers. */
  slice(start: number, end?: number): Dataset {
    return this.#view(this.#rows.slice(start, end));
  }

  /** The same images in a random order: the same one for the same seed, on every machine. */
  shuffle(seed: number): Dataset {
    return this.#view(
      permutation(this.length, randomKey(seed, 'shuffle')).map((index) => this.#rows[index]!),
    );
  }

  /**
   * Holds back `validation` images, chosen at random by the seed; both parts keep the order of the whole.
   * @throws DatasetError `INVALID_OPTION` when no image would be left to train on.
   * @example
   * const images = { shape: [3, 1, 1, 1], data: Uint8Array.of(10, 20, 30) };
   * new Dataset({ images, labels: Uint8Array.of(0, 1, 2) }).split({ validation: 1, seed: 1 }).train.length // 2
   */
  split({ validation, seed }: { readonly validation: number; readonly seed: number }): Split {
    if (!(Number.isInteger(validation) && validation > 0 && validation < this.length)) {
      throw invalidOption(
        'split',
        'validation',
        `a whole number from 1 to ${this.length - 1}`,
        validation,
        'Leave images to train on.',
      );
    }
    const order = permutation(this.length, randomKey(seed, 'split'));
    const part = (from: number, to: number): Dataset =>
      this.#view(
        order
          .slice(from, to)
          .sort()
          .map((index) => this.#rows[index]!),
      );
    return { validation: part(0, validation), train: part(validation, this.length) };
  }

  /**
   * All images once, batch by batch; the last batch is smaller where the numbers do not divide.
   * @example
   * const images = { shape: [3, 1, 1, 1], data: Uint8Array.of(10, 20, 30) };
   * const data = new Dataset({ images, labels: Uint8Array.of(0, 1, 2) });
   * [...data.batches({ batchSize: 2 })].map((batch) => batch.labels.length) // [2, 1]
   */
  *batches({ batchSize = 32, seed, epoch = 0, dropRemainder = false }: BatchOptions = {}): Generator<
    LabelledImages,
    void
  > {
    if (!(Number.isInteger(batchSize) && batchSize > 0)) {
      throw invalidOption(
        'batches',
        'batchSize',
        'a whole number of 1 or more',
        batchSize,
        'Use 32 where you have no reason for another.',
      );
    }
    const order =
      seed === undefined ? undefined : permutation(this.length, randomKey(seed, 'batches', epoch));
    const rows = order === undefined ? this.#rows : order.map((index) => this.#rows[index]!);
    const end = dropRemainder ? this.length - (this.length % batchSize) : this.length;
    for (let start = 0; start < end; start += batchSize) {
      yield this.#read(rows.subarray(start, Math.min(start + batchSize, end)));
    }
  }

  /**
   * Writes the images and labels of some rows into buffers of the caller: what a training step reads. Allocates nothing.
   *
   * - `images`: row after row, bytes as value / 255 · `labels`: one a row
   *
   * @throws DatasetError `INVALID_OPTION` when a row does not exist or a buffer is too small.
   * @example
   * const images = new Float32Array(1);
   * new Dataset({ images: { shape: [1, 1, 1, 1], data: Uint8Array.of(255) }, labels: Uint8Array.of(7) })
   *   .gather(Uint32Array.of(0), images, new Int32Array(1));
   * images // Float32Array [1]
   */
  gather(rows: Uint32Array, images: Float32Array, labels: Int32Array): void {
    const size = this.#imageSize;
    if (images.length < rows.length * size) {
      throw invalidOption(
        'gather',
        'images',
        `at least ${rows.length * size} values long`,
        images.length,
        'Allocate rows x height x width x channels.',
      );
    }
    if (labels.length < rows.length) {
      throw invalidOption(
        'gather',
        'labels',
        `at least ${rows.length} values long`,
        labels.length,
        'Allocate one value a row.',
      );
    }
    const { data } = this.#store.images;
    const unit = this.#unit;
    for (let i = 0; i < rows.length; i++) {
      const row = this.#rows[rows[i]!];
      if (row === undefined)
        throw invalidOption(
          'gather',
          `rows[${i}]`,
          `below ${this.length}`,
          rows[i],
          'Ask for rows that exist.',
        );
      labels[i] = this.#store.labels[row]!;
      const from = row * size;
      const to = i * size;
      if (data instanceof Uint8Array) for (let p = 0; p < size; p++) images[to + p] = unit[data[from + p]!]!;
      else for (let p = 0; p < size; p++) images[to + p] = data[from + p]!;
    }
  }

  /** `rows` are those of the store. */
  #read(rows: Uint32Array): LabelledImages {
    const { images, labels } = this.#store;
    return {
      images: { shape: [rows.length, ...this.imageShape], data: pick(images.data, this.#imageSize, rows) },
      labels: pick(labels, 1, rows),
    };
  }

  #view(rows: Uint32Array): Dataset {
    return new Dataset({ ...this.#store, rows, ...(this.classNames && { classNames: this.classNames }) });
  }
}

function checkStore(
  images: ImageBatch,
  labels: Uint8Array | Int32Array,
  classNames: readonly string[] | undefined,
): void {
  const { shape, data } = images;
  if (
    shape.length !== 4 ||
    !shape.every((size, axis) => Number.isInteger(size) && size >= (axis === 0 ? 0 : 1))
  ) {
    throw invalidDataset(
      'images of shape [batch, height, width, channels]',
      `[${shape.join(', ')}]`,
      'Add the missing axes; grey images have 1 channel.',
    );
  }
  const values = shape.reduce((product, size) => product * size, 1);
  if (data.length !== values)
    throw invalidDataset(
      `${values} values for shape [${shape.join(', ')}]`,
      String(data.length),
      'Correct the shape or the data.',
    );
  if (labels.length !== shape[0])
    throw invalidDataset(
      `${shape[0]} labels, one an image`,
      String(labels.length),
      'Give each image its class.',
    );
  const classes = classNames?.length ?? Infinity;
  const wrong = labels.findIndex((label) => label < 0 || label >= classes);
  if (wrong >= 0) {
    throw invalidDataset(
      `labels from 0 to ${classes - 1}`,
      `${labels[wrong]} at row ${wrong}`,
      'Count classes from 0 and name each of them.',
    );
  }
}

function wholeNumber(op: string, option: string, value: number): number {
  if (Number.isInteger(value) && value >= 0) return value;
  throw invalidOption(op, option, 'a whole number of 0 or more', value, 'Count images.');
}

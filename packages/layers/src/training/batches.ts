/** Which examples make up which step: a pure function of seed, step and sizes. Owns the two arrays that every batch is gathered into. */
import { permutation, randomKey } from '@convlens/random';
import type { TrainingData } from '@convlens/types';
import { labelOutOfRange } from './errors.js';

export interface BatchSettings {
  readonly batchSize: number;
  readonly seed: number;
  readonly shuffle: boolean;
  readonly dropRemainder: boolean;
  readonly classes: number;
}

/** Views that the next batch overwrites. */
export interface Batch {
  readonly size: number;
  readonly images: Float32Array;
  readonly labels: Int32Array;
}

/** From the step after this one on, batches are of this size. */
export interface BatchSizeChange {
  readonly afterStep: number;
  readonly batchSize: number;
}

/** Steps of one size: they begin within an epoch, after so many of its examples. */
interface Stretch extends BatchSizeChange {
  readonly wholeEpochs: number;
  readonly offset: number;
}

export class Batches {
  readonly #data: TrainingData;
  readonly #settings: BatchSettings;
  readonly #imageSize: number;
  readonly #stretches: Stretch[];
  #images = new Float32Array(0);
  #labels = new Int32Array(0);
  #order: Uint32Array<ArrayBufferLike> = new Uint32Array(0);
  #orderOf = 0;

  constructor(data: TrainingData, settings: BatchSettings, changes: readonly BatchSizeChange[] = []) {
    this.#data = data;
    this.#settings = settings;
    this.#imageSize = data.imageShape.reduce((product, size) => product * size, 1);
    const batchSize = Math.min(settings.batchSize, data.length);
    this.#stretches = [{ afterStep: 0, batchSize, wholeEpochs: 0, offset: 0 }];
    for (const change of changes) this.change(change);
  }

  /** The epoch goes on where it is; changes come in the order of their steps. */
  change({ afterStep, batchSize }: BatchSizeChange): void {
    const stretch = this.#stretchOf(afterStep);
    const size = Math.min(batchSize, this.#data.length);
    const isBetweenEpochs = afterStep === 0 || this.isLastOfEpoch(afterStep);
    const wholeEpochs = afterStep === 0 ? 0 : this.epochOf(afterStep) - (isBetweenEpochs ? 0 : 1);
    const offset = isBetweenEpochs ? 0 : this.#placeOf(afterStep).from + stretch.batchSize;
    this.#stretches.push({ afterStep, batchSize: size, wholeEpochs, offset });
  }

  /** Steps of so many epochs, as the sizes are now. */
  plannedSteps(epochs: number): number {
    const { afterStep, wholeEpochs, offset, batchSize } = this.#stretches.at(-1)!;
    if (epochs <= wholeEpochs) return afterStep;
    const { length } = this.#data;
    const later = (epochs - wholeEpochs - 1) * this.#stepsIn(length, batchSize);
    return afterStep + this.#stepsIn(length - offset, batchSize) + later;
  }

  /** 1-based, like steps. */
  epochOf(step: number): number {
    return this.#placeOf(step).epoch;
  }

  isLastOfEpoch(step: number): boolean {
    return this.epochOf(step + 1) !== this.epochOf(step);
  }

  /** @throws LayersError `LABEL_RANGE` */
  take(step: number): Batch {
    const { classes } = this.#settings;
    const { epoch, from } = this.#placeOf(step);
    const rows = this.#rows(epoch).subarray(from, from + this.#stretchOf(step - 1).batchSize);
    if (this.#labels.length < rows.length) {
      this.#images = new Float32Array(rows.length * this.#imageSize);
      this.#labels = new Int32Array(rows.length);
    }
    const images = this.#images.subarray(0, rows.length * this.#imageSize);
    const labels = this.#labels.subarray(0, rows.length);
    this.#data.gather(rows, images, labels);
    for (const label of labels) if (label < 0 || label >= classes) throw labelOutOfRange(label, classes);
    return { size: rows.length, images, labels };
  }

  #placeOf(step: number): { readonly epoch: number; readonly from: number } {
    const { afterStep, batchSize, wholeEpochs, offset } = this.#stretchOf(step - 1);
    const { length } = this.#data;
    const nth = step - afterStep - 1;
    const stepsLeft = this.#stepsIn(length - offset, batchSize);
    if (nth < stepsLeft) return { epoch: wholeEpochs + 1, from: offset + nth * batchSize };
    const stepsPerEpoch = this.#stepsIn(length, batchSize);
    const beyond = nth - stepsLeft;
    return {
      epoch: wholeEpochs + 2 + Math.floor(beyond / stepsPerEpoch),
      from: (beyond % stepsPerEpoch) * batchSize,
    };
  }

  /** The stretch that the step after this one belongs to. */
  #stretchOf(step: number): Stretch {
    return this.#stretches.filter(({ afterStep }) => afterStep <= step).at(-1)!;
  }

  #stepsIn(examples: number, batchSize: number): number {
    return this.#settings.dropRemainder ? Math.floor(examples / batchSize) : Math.ceil(examples / batchSize);
  }

  /** Every epoch has an order of its own. */
  #rows(epoch: number): Uint32Array {
    if (this.#orderOf !== epoch) {
      const { length } = this.#data;
      const { shuffle, seed } = this.#settings;
      this.#order = shuffle
        ? permutation(length, randomKey(seed, 'shuffle', epoch))
        : Uint32Array.from({ length }, (_, row) => row);
      this.#orderOf = epoch;
    }
    return this.#order;
  }
}

/** Which examples make up which step: a pure function of seed and step. Owns the two arrays that every batch is gathered into. */
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

export class Batches {
  readonly stepsPerEpoch: number;
  readonly #data: TrainingData;
  readonly #settings: BatchSettings;
  readonly #imageSize: number;
  readonly #images: Float32Array;
  readonly #labels: Int32Array;
  #order: Uint32Array<ArrayBufferLike> = new Uint32Array(0);
  #orderOf = 0;

  constructor(data: TrainingData, settings: BatchSettings) {
    const batchSize = Math.min(settings.batchSize, data.length);
    this.#data = data;
    this.#settings = { ...settings, batchSize };
    this.#imageSize = data.imageShape.reduce((product, size) => product * size, 1);
    this.#images = new Float32Array(batchSize * this.#imageSize);
    this.#labels = new Int32Array(batchSize);
    const whole = data.length / batchSize;
    this.stepsPerEpoch = settings.dropRemainder ? Math.floor(whole) : Math.ceil(whole);
  }

  /** 1-based, like steps. */
  epochOf(step: number): number {
    return Math.floor((step - 1) / this.stepsPerEpoch) + 1;
  }

  isLastOfEpoch(step: number): boolean {
    return step % this.stepsPerEpoch === 0;
  }

  /** @throws LayersError `LABEL_RANGE` */
  take(step: number): Batch {
    const { batchSize, classes } = this.#settings;
    const from = ((step - 1) % this.stepsPerEpoch) * batchSize;
    const rows = this.#rows(this.epochOf(step)).subarray(from, from + batchSize);
    const images = this.#images.subarray(0, rows.length * this.#imageSize);
    const labels = this.#labels.subarray(0, rows.length);
    this.#data.gather(rows, images, labels);
    for (const label of labels) if (label < 0 || label >= classes) throw labelOutOfRange(label, classes);
    return { size: rows.length, images, labels };
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

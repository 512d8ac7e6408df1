/** What a network reads of each picture, made once: the same picture is the same input, for as long as somebody holds it. */
import type { ImageBatch } from '@convlens/types';
import { networkInput } from './network-input.js';
import type { Invert, NetworkInput } from './network-input.js';

/** A drawing has no steps between: it is drawn at its final size. */
export interface DrawnInput {
  readonly input: ImageBatch;
}

export class Inputs {
  readonly #drawn = new WeakMap<ImageBatch, DrawnInput>();
  readonly #made = new WeakMap<ImageBatch, Map<Invert, NetworkInput>>();

  /** From now on a picture of a drawing stands for the input that the pad has prepared. */
  remember(drawing: ImageBatch, input: ImageBatch): void {
    this.#drawn.set(drawing, { input });
  }

  of(image: ImageBatch, invert: Invert): NetworkInput | DrawnInput {
    const drawn = this.#drawn.get(image);
    if (drawn) return drawn;
    let made = this.#made.get(image);
    if (!made) this.#made.set(image, (made = new Map()));
    let input = made.get(invert);
    if (!input) made.set(invert, (input = networkInput(image, invert)));
    return input;
  }
}

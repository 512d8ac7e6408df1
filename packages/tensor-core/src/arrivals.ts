/** Gradients on their way back: what has arrived where. One tensor may serve several values (add passes dy on as it is). */
import type { Tensor } from './tensor.js';
import type { Value } from './value.js';

export class Arrivals {
  readonly #at = new Map<Value, Tensor>();
  readonly #uses = new Map<Tensor, number>();

  /** @param isBorrowed The caller's own dy is never freed here. */
  constructor(y: Value, dy: Tensor, isBorrowed: boolean) {
    if (isBorrowed) this.#count(dy, 1);
    this.set(y, dy);
  }

  has(value: Value): boolean {
    return this.#at.has(value);
  }

  get(value: Value): Tensor | undefined {
    return this.#at.get(value);
  }

  set(value: Value, dx: Tensor): void {
    const before = this.#at.get(value);
    if (before) this.#count(before, -1);
    this.#count(dx, 1);
    this.#at.set(value, dx);
  }

  /** What was passed on is not needed any more: its buffer serves the next. */
  release(value: Value): void {
    const dy = this.#at.get(value);
    if (!dy) return;
    this.#at.delete(value);
    if (this.#count(dy, -1) === 0) dy.dispose();
  }

  #count(tensor: Tensor, change: 1 | -1): number {
    const uses = (this.#uses.get(tensor) ?? 0) + change;
    if (uses === 0) this.#uses.delete(tensor);
    else this.#uses.set(tensor, uses);
    return uses;
  }
}

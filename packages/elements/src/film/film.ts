/**
 * Moments of a run, kept as it goes on. There is room for so many: when it is full, the one goes whose neighbours stand closest, so
 * that early moments, when most changes, stay closer together than late ones. A moment that is kept is kept to the bit.
 */
export interface Moment<T> {
  readonly step: number;
  readonly value: T;
}

export class Film<T> {
  readonly #most: number;
  #moments: readonly Moment<T>[] = [];

  constructor(most = 96) {
    this.#most = most;
  }

  /** From the first to the last. */
  get moments(): readonly Moment<T>[] {
    return this.#moments;
  }

  /** A step that lies before the last one begins a film of another run. */
  add(step: number, value: T): void {
    const last = this.#moments.at(-1);
    if (last?.step === step && last.value === value) return;
    const kept =
      last && step < last.step ? [] : last?.step === step ? this.#moments.slice(0, -1) : this.#moments;
    this.#moments = [...kept, { step, value }];
    if (this.#moments.length > this.#most) this.#thin();
  }

  clear(): void {
    this.#moments = [];
  }

  /** The kept moment that is nearest to a step. */
  at(step: number): Moment<T> | undefined {
    let nearest = this.#moments[0];
    for (const moment of this.#moments)
      if (Math.abs(moment.step - step) < Math.abs(nearest!.step - step)) nearest = moment;
    return nearest;
  }

  /** The first and the last always stay. */
  #thin(): void {
    const place = (index: number): number => Math.sqrt(this.#moments[index]!.step);
    let closest = 1;
    for (let index = 2; index < this.#moments.length - 1; index++)
      if (place(index + 1) - place(index - 1) < place(closest + 1) - place(closest - 1)) closest = index;
    this.#moments = this.#moments.filter((_, index) => index !== closest);
  }
}

/** Stands between two steps of a run: open, shut, or open for so many steps. */

export class Gate {
  /** Steps that may still pass. */
  #budget = Infinity;
  #wake: (() => void) | undefined;

  get isOpen(): boolean {
    return this.#budget > 0;
  }

  open(steps = Infinity): void {
    this.#budget = steps;
    if (steps > 0) this.#wake?.();
  }

  shut(): void {
    this.#budget = 0;
  }

  /** Resolves to true when a step may pass, to false when `signal` aborts first. */
  async pass(signal: AbortSignal): Promise<boolean> {
    while (!signal.aborted && this.#budget <= 0) await this.#changed(signal);
    if (signal.aborted) return false;
    this.#budget--;
    return true;
  }

  #changed(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        signal.removeEventListener('abort', done);
        this.#wake = undefined;
        resolve();
      };
      this.#wake = done;
      signal.addEventListener('abort', done);
    });
  }
}

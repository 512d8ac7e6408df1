/** Does one thing again and again, at most once a period and never twice at once. */
export class Ticker {
  #turn = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isOn = false;

  get isOn(): boolean {
    return this.#isOn;
  }

  start(periodMs: number, job: () => Promise<void>): void {
    this.stop();
    this.#isOn = true;
    void this.#run(this.#turn, periodMs, job);
  }

  stop(): void {
    this.#isOn = false;
    this.#turn += 1;
    clearTimeout(this.#timer);
  }

  async #run(turn: number, periodMs: number, job: () => Promise<void>): Promise<void> {
    const start = performance.now();
    await job();
    if (turn !== this.#turn) return;
    const rest = Math.max(0, periodMs - (performance.now() - start));
    this.#timer = setTimeout(() => void this.#run(turn, periodMs, job), rest);
  }
}

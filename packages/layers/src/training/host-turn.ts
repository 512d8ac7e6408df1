/** Gives the host a turn now and then: a loop that only awaits resolved promises would keep timers, messages and signals waiting. */

export class HostTurn {
  readonly #everyMs: number;
  #last = performance.now();

  /** @param everyMs 0 gives a turn each time. */
  constructor(everyMs: number) {
    this.#everyMs = everyMs;
  }

  /** Waits for one macrotask when the last turn is long enough ago. */
  async take(): Promise<void> {
    if (performance.now() - this.#last < this.#everyMs) return;
    await macrotask();
    this.#last = performance.now();
  }
}

/** `setTimeout` waits 4 ms in browsers once it is nested: messages do not, and Node has `setImmediate`. */
function macrotask(): Promise<void> {
  if (typeof setImmediate === 'function') return new Promise((resolve) => void setImmediate(resolve));
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}

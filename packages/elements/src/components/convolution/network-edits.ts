/** Weights on their way to the network: one command at a time, and of each weight only the newest value. */
import type { WeightCommand } from './learned.js';

export class NetworkEdits {
  readonly #waiting = new Map<string, WeightCommand>();
  readonly #send: (command: WeightCommand) => Promise<unknown> | undefined;
  readonly #changed: () => void;
  #isSending = false;
  #error: Error | undefined;

  /** @param send Undefined where somebody kept the command from the network. */
  constructor(send: (command: WeightCommand) => Promise<unknown> | undefined, changed: () => void) {
    this.#send = send;
    this.#changed = changed;
  }

  /** Why the network refused the last edits. */
  get error(): Error | undefined {
    return this.#error;
  }

  push(commands: readonly WeightCommand[]): void {
    for (const command of commands) this.#waiting.set(`${command.path} ${command.index}`, command);
    if (!this.#isSending) void this.#sendAll();
  }

  async #sendAll(): Promise<void> {
    this.#isSending = true;
    this.#error = undefined;
    try {
      for (const [key, command] of this.#waiting) {
        this.#waiting.delete(key);
        await this.#send(command);
      }
    } catch (error) {
      // What it refuses of one weight it refuses of the others too.
      this.#waiting.clear();
      this.#error = error instanceof Error ? error : new Error(String(error));
    }
    this.#isSending = false;
    this.#changed();
  }
}

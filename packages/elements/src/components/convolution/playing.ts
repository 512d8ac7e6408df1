/** Walks from cell to cell while it plays, and never for a page that has let go of the element. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

const everyMs = 180;

export class Playing implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #step: () => void;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(host: ReactiveControllerHost, step: () => void) {
    this.#host = host;
    this.#step = step;
    host.addController(this);
  }

  get isOn(): boolean {
    return this.#timer !== undefined;
  }

  readonly toggle = (): void => {
    if (this.isOn) this.stop();
    else this.#timer = setInterval(this.#step, everyMs);
    this.#host.requestUpdate();
  };

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  hostDisconnected(): void {
    this.stop();
  }
}

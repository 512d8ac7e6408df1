/** Carries a view to another in a fifth of a second; at once for visitors who asked for reduced motion. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { between } from './viewport.js';
import type { View } from './viewport.js';

const durationMs = 200;

export class Glide implements ReactiveController {
  readonly #show: (view: View) => void;
  #frame = 0;
  #target: View | undefined;

  constructor(host: ReactiveControllerHost, show: (view: View) => void) {
    this.#show = show;
    host.addController(this);
  }

  /** Where it is going; undefined at rest. */
  get target(): View | undefined {
    return this.#target;
  }

  to(from: View, to: View): void {
    this.stop();
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return this.#show(to);
    this.#target = to;
    const start = performance.now();
    const step = (): void => {
      const share = Math.min(1, (performance.now() - start) / durationMs);
      if (share === 1) this.#target = undefined;
      else this.#frame = requestAnimationFrame(step);
      this.#show(share === 1 ? to : between(from, to, 1 - (1 - share) ** 3));
    };
    this.#frame = requestAnimationFrame(step);
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
    this.#target = undefined;
  }

  hostDisconnected(): void {
    this.stop();
  }
}

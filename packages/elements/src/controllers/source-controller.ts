/** Keeps an element subscribed to the sources that it draws, while it is connected and not a moment longer. */
import type { Source, Unsubscribe } from '@convlens/types';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

export class SourceController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #subscriptions = new Map<Source<unknown>, Unsubscribe | undefined>();
  #isConnected = false;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** From now on exactly these: what is new is subscribed to, what is gone is left. */
  watch(sources: readonly (Source<unknown> | undefined)[]): void {
    const wanted = new Set(sources.filter((source) => source !== undefined));
    for (const [source, unsubscribe] of this.#subscriptions) {
      if (wanted.has(source)) continue;
      unsubscribe?.();
      this.#subscriptions.delete(source);
    }
    for (const source of wanted) {
      if (!this.#subscriptions.has(source)) this.#subscriptions.set(source, this.#subscribe(source));
    }
  }

  hostConnected(): void {
    this.#isConnected = true;
    for (const [source, unsubscribe] of this.#subscriptions) {
      if (!unsubscribe) this.#subscriptions.set(source, this.#subscribe(source));
    }
    // What changed in the meantime was not heard.
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#isConnected = false;
    for (const [source, unsubscribe] of this.#subscriptions) {
      unsubscribe?.();
      this.#subscriptions.set(source, undefined);
    }
  }

  #subscribe(source: Source<unknown>): Unsubscribe | undefined {
    return this.#isConnected ? source.subscribe(() => this.#host.requestUpdate()) : undefined;
  }
}

/** A `Source` that somebody sets. */
import type { Source, SourceState, Unsubscribe } from '@convlens/types';

export interface SignalOptions {
  /** Called when the first subscriber comes, and what it returns when the last one leaves. */
  readonly onWatched?: () => Unsubscribe;
}

export class Signal<T> implements Source<T> {
  #current: T | undefined;
  #state: SourceState;
  #error: Error | undefined;
  readonly #listeners = new Set<() => void>();
  readonly #onWatched: (() => Unsubscribe) | undefined;
  #unwatch: Unsubscribe | undefined;

  constructor(initial?: T, options: SignalOptions = {}) {
    this.#current = initial;
    this.#state = initial === undefined ? 'idle' : 'live';
    this.#onWatched = options.onWatched;
  }

  get current(): T | undefined {
    return this.#current;
  }
  get state(): SourceState {
    return this.#state;
  }
  get error(): Error | undefined {
    return this.#error;
  }

  set(value: T): void {
    this.#current = value;
    this.#change('live', undefined);
  }

  loading(): void {
    this.#change('loading', undefined);
  }

  /** The last value stays readable. */
  end(): void {
    this.#change('ended', undefined);
  }

  fail(error: Error): void {
    this.#change('error', error);
  }

  subscribe(listener: () => void): Unsubscribe {
    // One entry a call, also for a listener that subscribes twice.
    const entry = (): void => listener();
    // Before it is added: what watching changes is not told to the one who begins it.
    if (this.#listeners.size === 0) this.#unwatch = this.#onWatched?.();
    this.#listeners.add(entry);
    return () => {
      if (!this.#listeners.delete(entry) || this.#listeners.size > 0) return;
      this.#unwatch?.();
      this.#unwatch = undefined;
    };
  }

  #change(state: SourceState, error: Error | undefined): void {
    this.#state = state;
    this.#error = error;
    for (const listener of [...this.#listeners]) listener();
  }
}

/** The film of one element: records what a tap brings while it is connected; which moment is shown, and which is held beside it. */
import type { Source, TapValue, Unsubscribe } from '@convlens/types';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { Film } from './film.js';
import type { Moment } from './film.js';

export class FilmReel implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #film = new Film<Float32Array>();
  #source: Source<TapValue> | undefined;
  #leave: Unsubscribe | undefined;
  #isConnected = false;
  #inputId: number | undefined;
  /** Undefined while the newest moment is followed. */
  #step: number | undefined;
  #held: Moment<Float32Array> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#isConnected = true;
    this.#listen();
  }

  hostDisconnected(): void {
    this.#isConnected = false;
    this.#leave?.();
    this.#leave = undefined;
  }

  /** From now on this one; of another tensor begins another film. Every value is recorded, also between two renders. */
  follow(source: Source<TapValue> | undefined): void {
    if (source === this.#source) return;
    this.#leave?.();
    this.#leave = undefined;
    this.#source = source;
    this.#begin();
    this.#listen();
  }

  get moments(): readonly Moment<Float32Array>[] {
    return this.#film.moments;
  }
  get held(): Moment<Float32Array> | undefined {
    return this.#held;
  }
  get isFollowing(): boolean {
    return this.#step === undefined;
  }
  /** Place of the shown moment. */
  get index(): number {
    const shown = this.shown;
    return Math.max(0, shown ? this.moments.indexOf(shown) : 0);
  }
  get shown(): Moment<Float32Array> | undefined {
    return this.#step === undefined ? this.moments.at(-1) : this.#film.at(this.#step);
  }

  /** The last place follows the run again. */
  goTo(index: number): void {
    const isLast = index >= this.moments.length - 1;
    this.#step = isLast ? undefined : this.moments[Math.max(0, index)]?.step;
    this.#host.requestUpdate();
  }

  /** Keeps the shown moment beside those to come; again lets go of it. */
  readonly toggleHeld = (): void => {
    this.#held = this.#held ? undefined : this.shown;
    this.#host.requestUpdate();
  };

  #begin(): void {
    this.#film.clear();
    [this.#step, this.#held, this.#inputId] = [undefined, undefined, undefined];
  }

  #listen(): void {
    if (!this.#source || !this.#isConnected || this.#leave) return;
    this.#leave = this.#source.subscribe(() => this.#record());
    this.#record();
  }

  /** What was recorded is of one image and one run: with another of either it begins anew. */
  #record(): void {
    const value = this.#source?.current;
    if (!value) return;
    const { step, inputId, data } = value;
    const last = this.moments.at(-1);
    if (inputId !== this.#inputId || (last && step < last.step)) this.#begin();
    this.#inputId = inputId;
    this.#film.add(step, data);
    this.#host.requestUpdate();
  }
}

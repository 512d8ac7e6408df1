/** One training step shown slowly: its places are the layers, forward and then backward; it plays, stops and is scrubbed. */
import type { ModelSummary } from '@convlens/types';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Playhead } from '../../selection.js';
import { stagesOf } from '../../trace/stages.js';

export type Place = Exclude<Playhead, { readonly phase: 'armed' }>;

/** Forward through what has values, then back through what has gradients. */
export function placesOf(model: ModelSummary): readonly Place[] {
  const names = stagesOf(model).map(({ name }) => name);
  const backward = names.slice(1).reverse();
  return [
    ...names.map((layer) => ({ phase: 'forward', layer }) as const),
    ...backward.map((layer) => ({ phase: 'backward', layer }) as const),
  ];
}

const placeMs = 800;

export class SlowMotion implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #show: (at: Playhead | undefined) => void;
  #places: readonly Place[] = [];
  #index: number | undefined;
  #timer: ReturnType<typeof setInterval> | undefined;

  /** @param show Called with every place, and with undefined at the end. */
  constructor(host: ReactiveControllerHost, show: (at: Playhead | undefined) => void) {
    this.#host = host;
    this.#show = show;
    host.addController(this);
  }

  get isPlaying(): boolean {
    return this.#timer !== undefined;
  }
  get index(): number | undefined {
    return this.#index;
  }
  get count(): number {
    return this.#places.length;
  }
  get place(): Place | undefined {
    return this.#index === undefined ? undefined : this.#places[this.#index];
  }

  hostConnected(): void {}
  hostDisconnected(): void {
    this.end();
  }

  /** @param moves Whether it goes on by itself; without, it is stepped and scrubbed. */
  begin(model: ModelSummary, moves: boolean): void {
    this.#places = placesOf(model);
    this.goTo(0);
    if (moves) this.#run();
  }

  goTo(index: number): void {
    this.#index = Math.max(0, Math.min(this.#places.length - 1, index));
    this.#show(this.place);
    this.#host.requestUpdate();
  }

  readonly toggle = (): void => {
    if (this.isPlaying) return this.#stop();
    if (this.#index === this.#places.length - 1) this.goTo(0);
    this.#run();
  };

  end(): void {
    this.#stop();
    if (this.#index === undefined) return;
    this.#index = undefined;
    this.#show(undefined);
    this.#host.requestUpdate();
  }

  #run(): void {
    this.#timer = setInterval(() => {
      if (this.#index! + 1 < this.#places.length) this.goTo(this.#index! + 1);
      else this.#stop();
    }, placeMs);
    this.#host.requestUpdate();
  }

  #stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#host.requestUpdate();
  }
}

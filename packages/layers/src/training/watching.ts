/** Who watches what of a training step. Values come from the step's own pass, so watching changes no bit of the result. */
import type { Observation } from '../models/observe.js';
import type { Shape, TapRequest, TapValue, Unsubscribe } from '@convlens/types';

/** `rows` of a batch from the first, 1 unless told; every n-th step, 1 unless told. Training watches the batch. */
export type WatchRequest = Omit<TapRequest, 'of'>;

/**
 * `step` is the number of updates that had been made before the value was computed: all values of one training step are
 * of one moment, weights included.
 */
export type WatchedValue = Omit<TapValue, 'inputId'>;

export type WatchListener = (value: WatchedValue) => void;

interface Watcher {
  readonly path: string;
  readonly rows: number;
  readonly every: number;
  readonly listener: WatchListener;
}

export class Watching {
  readonly #watchers = new Set<Watcher>();

  add({ path, rows = 1, every = 1 }: WatchRequest, listener: WatchListener): Unsubscribe {
    const watcher = { path, rows, every, listener };
    this.#watchers.add(watcher);
    return () => void this.#watchers.delete(watcher);
  }

  /** What this step is asked for: paths, each with the most rows that anybody wants. */
  at(step: number): ReadonlyMap<string, number> {
    const wanted = new Map<string, number>();
    for (const { path, rows } of this.#due(step)) wanted.set(path, Math.max(rows, wanted.get(path) ?? 0));
    return wanted;
  }

  /** Gives everyone an array of their own: a listener may hand it on to another thread. */
  deliver(step: number, values: Observation, isBatch: (path: string) => boolean): void {
    for (const { path, rows, listener } of this.#due(step)) {
      const value = values[path];
      if (!value) continue;
      const shape = isBatch(path) ? cut(value.shape, rows) : value.shape;
      listener({
        path,
        step: step - 1,
        shape,
        data: value.data.slice(
          0,
          shape.reduce((product, size) => product * size, 1),
        ),
      });
    }
  }

  #due(step: number): readonly Watcher[] {
    return [...this.#watchers].filter(({ every }) => (step - 1) % every === 0);
  }
}

export const cut = (shape: Shape, rows: number): Shape => [Math.min(shape[0]!, rows), ...shape.slice(1)];

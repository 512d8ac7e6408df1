/** What is pointed at on a page, and where a step in slow motion is, shared by all views that stand in one host: a view points, and every other shows the same. */
import type { Source, SourceState, Unsubscribe } from '@convlens/types';
import type { Unit } from './events/unit-select.js';

/** Where a training step that is shown slowly is; `armed` before the first, so that views can watch what is to come. */
export type Playhead =
  { readonly phase: 'armed' } | { readonly phase: 'forward' | 'backward'; readonly layer: string };

/**
 * A host makes one and provides it by `selectionContext`; `<cnn-model>` does.
 * @example
 * const selection = new Selection();
 * new ContextProvider(host, { context: selectionContext, initialValue: selection });
 */
export class Selection implements Source<Unit> {
  readonly state: SourceState = 'live';
  #current: Unit | undefined;
  #playhead: Playhead | undefined;
  readonly #listeners = new Set<() => void>();

  /** Undefined where nothing is pointed at. */
  get current(): Unit | undefined {
    return this.#current;
  }

  point(unit: Unit | undefined): void {
    if (isSame(unit, this.#current)) return;
    this.#current = unit;
    this.#tell();
  }

  /** Undefined where no step is shown slowly. */
  get playhead(): Playhead | undefined {
    return this.#playhead;
  }

  play(at: Playhead | undefined): void {
    this.#playhead = at;
    this.#tell();
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }

  subscribe(listener: () => void): Unsubscribe {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }
}

const isSame = (a: Unit | undefined, b: Unit | undefined): boolean =>
  a === b ||
  (a !== undefined &&
    b !== undefined &&
    a.layer === b.layer &&
    a.unit === b.unit &&
    a.row === b.row &&
    a.column === b.column);

/** A value that changes over time: the one way in which live data reaches a view. */

export type SourceState = 'idle' | 'loading' | 'live' | 'ended' | 'error';

export type Unsubscribe = () => void;

/**
 * The latest value and a way to hear of the next.
 * A listener is called after every change of `current`, `state` or `error`, never during `subscribe`;
 * it reads the source again. Values may be dropped in between: `current` is always the newest.
 */
export interface Source<T> {
  readonly current: T | undefined;
  readonly state: SourceState;
  readonly error?: Error | undefined;
  subscribe(listener: () => void): Unsubscribe;
}

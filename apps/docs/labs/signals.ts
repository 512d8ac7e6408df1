// Waiting for a source in a line of code.
import type { Source } from '@convlens/types';

/** The first value that `accepts` takes; rejects when the source fails or the page is left. */
export function first<Value>(
  source: Source<Value>,
  left: AbortSignal,
  accepts: (value: Value) => boolean = () => true,
): Promise<Value> {
  return new Promise((resolve, reject) => {
    let leave = (): void => {};
    const look = (): void => {
      const { current, error } = source;
      if (left.aborted) finish(() => reject(left.reason as Error));
      else if (error) finish(() => reject(error));
      else if (current !== undefined && source.state === 'live' && accepts(current))
        finish(() => resolve(current));
    };
    const finish = (settle: () => void): void => {
      leave();
      left.removeEventListener('abort', look);
      settle();
    };
    leave = source.subscribe(look);
    left.addEventListener('abort', look);
    look();
  });
}

/** A session in which one tensor changes over a run: for films. */
import type { TapValue } from '@convlens/types';
import { FakeSession } from './fake-session.js';

/** Plays `moments` steps of a run into one tap, as soon as somebody watches it: its values grow from nothing to what they are. */
export function runOf(path: string, moments: number): FakeSession {
  const session = new FakeSession({ phase: 'paused', weights: 'training', step: moments });
  const source = session.tap({ path });
  const last = source.current!;
  const at = (step: number): TapValue => ({
    ...last,
    step,
    data: last.data.map((value) => value * (step / moments)),
  });
  source.set(at(0));
  let step = 0;
  const subscribe = source.subscribe.bind(source);
  source.subscribe = (listener) => {
    const leave = subscribe(listener);
    // When all who are about to watch do.
    queueMicrotask(() => {
      while (step < moments) source.set(at(++step));
    });
    return leave;
  };
  return session;
}

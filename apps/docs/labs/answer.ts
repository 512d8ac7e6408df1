// A picture for the engine that a page has anyway, and what the network makes of this picture and no other.
import type { ImageBatch, ModelSession, TapRequest, TapValue } from '@convlens/types';

/** The last question of each session, answered or not: the inputs of two at a time could not be told apart. */
const lastOf = new WeakMap<ModelSession, Promise<unknown>>();

/**
 * Sends images and waits for the first value of a tap that is of them; it says itself which step's weights made it. Questions to
 * one session are asked one after the other. The images stay the session's input.
 */
export function answerTo(session: ModelSession, request: TapRequest, images: ImageBatch): Promise<TapValue> {
  const asked = (): Promise<TapValue> => ask(session, request, images);
  const answer = lastOf.get(session)?.then(asked, asked) ?? asked();
  lastOf.set(session, answer);
  return answer;
}

function ask(session: ModelSession, request: TapRequest, images: ImageBatch): Promise<TapValue> {
  const tap = session.tap(request);
  return new Promise((resolve, reject) => {
    /** The input before this one, once it is known. */
    let before: number | undefined;
    const finish = (settle: () => void): void => {
      leaves.forEach((leave) => leave());
      settle();
    };
    const fail = (error: unknown): void => finish(() => reject(error as Error));
    const look = (): void => {
      const error = tap.error ?? session.state.error;
      const { current } = tap;
      if (error) return fail(error);
      if (tap.state === 'ended') return fail(new Error('The network has left the page.'));
      if (!current || tap.state !== 'live') return;
      if (before === undefined) {
        // A new watcher is answered at once, with the input that is there.
        before = current.inputId;
        session.send({ type: 'input', images }).catch(fail);
      } else if (current.inputId > before) finish(() => resolve(current));
    };
    // An engine that cannot begin says so in its state alone.
    const leaves = [tap.subscribe(look), session.state.subscribe(look)];
    look();
  });
}

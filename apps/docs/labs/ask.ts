// What a network makes of many images at once, computed by the engine that the page has anyway.
import type { ImageBatch, ModelSession, TapValue } from '@convlens/types';

/**
 * Sends a batch and waits for its probabilities, `[batch, classes]` row after row. The batch stays the session's input: send
 * what is to be seen again afterwards, or put it first.
 */
export async function probabilitiesOf(session: ModelSession, images: ImageBatch): Promise<Float32Array> {
  const count = images.shape[0];
  const tap = session.tap({ path: 'probabilities', rows: count });
  const before = tap.current?.inputId ?? -1;
  return new Promise((resolve, reject) => {
    const finish = (settle: () => void): void => {
      leave();
      settle();
    };
    const isAnswer = ({ inputId, shape }: TapValue): boolean => inputId > before && shape[0] === count;
    const leave = tap.subscribe(() => {
      const { current, error } = tap;
      if (error) finish(() => reject(error));
      else if (tap.state === 'ended') finish(() => reject(new Error('The network has left the page.')));
      else if (current && isAnswer(current)) finish(() => resolve(current.data));
    });
    session.send({ type: 'input', images }).catch((error: unknown) => finish(() => reject(error as Error)));
  });
}

/** The largest of each row. */
export function classesOf(probabilities: ArrayLike<number>, count: number): Uint8Array {
  const classes = probabilities.length / count;
  return Uint8Array.from({ length: count }, (_, row) => {
    let best = 0;
    for (let index = 1; index < classes; index++)
      if (probabilities[row * classes + index]! > probabilities[row * classes + best]!) best = index;
    return best;
  });
}

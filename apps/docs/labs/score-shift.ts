// What happens to a network's scores when the picture that it reads is mixed otherwise: signed differences, class by class.
import { toImageBatch, toImageData } from '@convlens/datasets';
import type { ImageBatch, ModelSession } from '@convlens/types';

const side = 28;

/** Any picture as the network's input: grey, 28 × 28, dark ink on light paper turned round so that ink is 1. */
export async function greyDigit(image: ImageBatch): Promise<ImageBatch> {
  const grey = await toImageBatch(toImageData(image), { channels: 1, width: side, height: side });
  const mean = grey.data.reduce((sum, value) => sum + value, 0) / grey.data.length;
  // Most of a page is paper.
  const data = Float32Array.from(grey.data, (value) => (mean > 0.5 ? 1 - value : value));
  return { shape: [1, side, side, 1], data };
}

/** The scores of one image. */
export async function scoresOf(
  session: ModelSession,
  image: ImageBatch,
  layer = 'dense2',
): Promise<Float32Array> {
  const tap = session.tap({ path: `${layer}/output` });
  const before = tap.current?.inputId ?? -1;
  return new Promise((resolve, reject) => {
    const leave = tap.subscribe(() => {
      const { current } = tap;
      if (!current || current.inputId <= before) return;
      leave();
      resolve(current.data);
    });
    session.send({ type: 'input', images: image }).catch((error: unknown) => {
      leave();
      reject(error as Error);
    });
  });
}

export interface ScoreShift {
  readonly name: string;
  readonly score: number;
  readonly change: number;
}

/** Those that fell most first. */
export const shiftsOf = (
  names: readonly string[],
  before: ArrayLike<number>,
  after: ArrayLike<number>,
): readonly ScoreShift[] =>
  names
    .map((name, index) => ({ name, score: after[index]!, change: after[index]! - before[index]! }))
    .sort((a, b) => a.change - b.change);

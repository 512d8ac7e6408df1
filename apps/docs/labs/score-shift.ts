// What happens to a network's scores when the picture that it reads is mixed otherwise: signed differences, class by class.
import { toImageBatch, toRgba } from '@convlens/datasets';
import type { ImageBatch, ModelSession } from '@convlens/types';
import { answerTo } from './answer.js';

const side = 28;
/** Scores are shown with so many decimals; what falls by less does not fall. */
const decimals = 3;

async function greyOf(image: ImageBatch): Promise<Float32Array> {
  const [, height, width] = image.shape;
  const pixels = { height, width, data: toRgba(image) };
  return (await toImageBatch(pixels, { channels: 1, width: side, height: side })).data;
}

/** Most of a page is paper: where most is light, ink is dark. Ask it of a picture whole, for a channel muted darkens all. */
export async function isOnPaper(image: ImageBatch): Promise<boolean> {
  const grey = await greyOf(image);
  return grey.reduce((sum, value) => sum + value, 0) / grey.length > 0.5;
}

/** Any picture as the network's input: grey, 28 × 28, turned round when it is `onPaper` so that ink is 1. */
export async function greyDigit(image: ImageBatch, onPaper: boolean): Promise<ImageBatch> {
  const grey = await greyOf(image);
  return { shape: [1, side, side, 1], data: onPaper ? grey.map((value) => 1 - value) : grey };
}

/** The scores of one image. */
export const scoresOf = async (
  session: ModelSession,
  image: ImageBatch,
  layer = 'dense2',
): Promise<Float32Array> => (await answerTo(session, { path: `${layer}/output` }, image)).data;

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

const signed = new Intl.NumberFormat('en', { signDisplay: 'exceptZero', maximumFractionDigits: decimals });
const plain = new Intl.NumberFormat('en', { maximumFractionDigits: decimals });

/** A row of the table: class, score, change. */
export const rowOf = ({ name, score, change }: ScoreShift): readonly string[] => [
  name,
  score.toFixed(decimals),
  signed.format(change),
];

/** What was done to the channels of a picture. */
export interface Mixing {
  readonly isMuted: boolean;
  readonly isSwapped: boolean;
}

/** @param shifts As `shiftsOf` sorts them. */
export function shiftSentence([first]: readonly ScoreShift[], { isMuted, isSwapped }: Mixing): string {
  const done = [...(isMuted ? ['a channel muted'] : []), ...(isSwapped ? ['channels swapped'] : [])];
  if (done.length === 0) return 'Nothing is muted.';
  const fall = Number(Math.abs(Math.min(0, first?.change ?? 0)).toFixed(decimals));
  return `With ${done.join(' and ')}, ${
    first && fall > 0 ? `the score of ${first.name} falls most, by ${plain.format(fall)}.` : 'no score falls.'
  }`;
}

/** What a run is made with unless told, and what is refused before anything is changed. */
import type { TrainSettings } from '@convlens/types';
import { badSetting } from '../errors.js';

export const defaults: Required<TrainSettings> = { epochs: 3, batchSize: 64, learningRate: 0.002, seed: 1 };

/** @throws LiveError `BAD_SETTING` */
export function checkSettings({ epochs, batchSize, learningRate, seed }: TrainSettings): void {
  whole('epochs', epochs, 1);
  whole('batchSize', batchSize, 1);
  whole('seed', seed, 0);
  if (learningRate !== undefined && !(learningRate > 0 && learningRate < Infinity))
    throw badSetting('learningRate', 'a number above 0', learningRate);
}

function whole(name: string, value: number | undefined, least: number): void {
  if (value !== undefined && !(Number.isSafeInteger(value) && value >= least))
    throw badSetting(name, `a whole number of ${least} or more`, value);
}

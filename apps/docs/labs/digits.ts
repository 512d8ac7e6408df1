// Real digits for the labs: rows of MNIST's first thousand test digits, which no training has seen.
import type { ImageBatch } from '@convlens/types';
import { mnist } from '@convlens/datasets';
import type { Stage } from './lab.js';

/** Two of straight lines, three of curves. */
const rows = [0, 2, 3, 18, 61];

/** The first `count` of them with their labels. */
export const testDigits = async (count = 1000) => (await mnist({ split: 'test', limit: 1000 })).take(count);

/** Gives the pad of a lab something to begin with. */
export async function fillPad(stage: Stage): Promise<void> {
  const pad = stage.part('cnn-draw-pad');
  const digits = await testDigits();
  const samples: readonly ImageBatch[] = rows.map((row) => digits.get(row).image);
  pad.samples = samples;
  pad.value ??= samples[0];
}

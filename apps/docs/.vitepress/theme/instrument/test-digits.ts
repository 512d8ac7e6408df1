// Real digits to try the network on: chosen rows of MNIST's first thousand test digits, which no training has seen.
import type { ImageBatch } from '@convlens/types';
import { mnist } from '@convlens/datasets';

export interface TestDigit {
  /** Its row among the 10,000 test digits. */
  readonly row: number;
  readonly label: number;
  /** A batch of one. */
  readonly image: ImageBatch;
}

/** Loads one shard (155 kB) and picks. */
export async function loadTestDigits(rows: readonly number[]): Promise<readonly TestDigit[]> {
  const digits = await mnist({ split: 'test', limit: 1000 });
  return rows.map((row) => {
    const { image, label } = digits.get(row);
    return { row, label, image };
  });
}

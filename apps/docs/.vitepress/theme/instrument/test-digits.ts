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

/**
 * The digit as a picture whose transparency is the ink, for use as a CSS mask: its colour is then the theme's.
 * One picture pixel a cell.
 */
export function maskOf({ data, shape: [, height, width] }: ImageBatch): string {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d')!;
  const picture = context.createImageData(width, height);
  const scale = data instanceof Uint8Array ? 1 : 255;
  for (let i = 0; i < width * height; i++) picture.data[i * 4 + 3] = data[i]! * scale;
  context.putImageData(picture, 0, 0);
  return `url(${canvas.toDataURL()})`;
}

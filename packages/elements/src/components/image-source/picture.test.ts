import type { ImageBatch } from '@convlens/types';
import { describe, expect, it } from 'vitest';
import { channelFacts, isPicture } from './picture.js';

describe('a picture', () => {
  it('has one or three channels and as many numbers as its shape says', () => {
    const of = (shape: readonly number[], length: number): boolean =>
      isPicture({ shape, data: new Float32Array(length) } as unknown as ImageBatch);
    expect([of([1, 2, 2, 3], 12), of([1, 2, 2, 1], 4), of([2, 2, 2, 1], 8)]).toEqual([true, true, true]);
    expect([of([1, 2, 2, 2], 8), of([1, 2, 2, 3], 11), of([2, 2, 3], 12), of([1, 0, 2, 3], 0)]).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect(of([1, 1025, 1, 1], 1025)).toBe(false);
  });

  it('is described channel by channel', () => {
    const image = { shape: [1, 1, 2, 3], data: Uint8Array.of(0, 51, 255, 255, 153, 255) } as const;
    expect(channelFacts(image, 0)).toEqual({ mean: 0.5, least: 0, most: 1 });
    expect(channelFacts(image, 1)).toEqual({ mean: 0.4, least: 0.2, most: 0.6 });
    expect(channelFacts(image, 2)).toEqual({ mean: 1, least: 1, most: 1 });
  });
});

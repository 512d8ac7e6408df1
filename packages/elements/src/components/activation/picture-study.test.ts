import { describe, expect, it } from 'vitest';
import { pictureStudy } from './picture-study.js';

describe('pictureStudy', () => {
  // By hand: a bright lower half. Sobel y is (1 2 1) below minus (1 2 1) above: 4 across the edge, 0 elsewhere.
  const data = Float32Array.from({ length: 25 }, (_, place) => (place < 10 ? 0 : 1));
  const image = { shape: [1, 5, 5, 1] as const, data };
  it('makes sums of both signs of a picture, and bends them', () => {
    const study = pictureStudy(image, 'linear')!;
    expect(study.size).toEqual([3, 3]);
    expect(Array.from(study.before)).toEqual([4, 4, 4, 4, 4, 4, 0, 0, 0]);
    const upside = { ...image, data: data.map((value) => 1 - value) };
    const bent = pictureStudy(upside, 'relu')!;
    expect(bent.before[0]).toBe(-4);
    expect(Array.from(bent.after)).toEqual(Array(9).fill(0));
  });
  it('is none of what is no picture, or is too small', () => {
    expect(pictureStudy({ shape: [1, 2, 2, 1], data: new Float32Array(4) }, 'relu')).toBeUndefined();
    expect(pictureStudy({ shape: [1, 5, 5, 1], data: new Float32Array(3) }, 'relu')).toBeUndefined();
  });
});

// What the page says of pooling and overfitting must hold whenever it is computed: the run is seeded.
import { expect, it } from 'vitest';
import { learnByHeart } from '../labs/by-heart.js';

it('learns all that it is given by heart with pooling and without, and reads new digits worse both times', async () => {
  const [pooling, stride] = [await learnByHeart('pooling'), await learnByHeart('stride')];
  // 5 · 5 · 8 + 8, then 14 · 14 · 8 · 10 + 10.
  expect([pooling.parameters, stride.parameters]).toEqual([15_898, 15_898]);
  for (const { known, unseen } of [pooling, stride]) {
    expect(known).toBe(1);
    expect(unseen).toBeLessThan(0.9);
    expect(unseen).toBeGreaterThan(0.5);
  }
});

import { describe, expect, it } from 'vitest';
import { mnist } from './index.js';

// Counts, mean and standard deviation as published for the database.
const classCounts = {
  train: [5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949],
  test: [980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009],
};

describe('mnist', () => {
  it('holds 60,000 training digits with the known labels, mean and standard deviation', async () => {
    const { images, labels, classNames } = await mnist();
    expect(images.shape).toEqual([60_000, 28, 28, 1]);
    expect(images.data.length).toBe(60_000 * 784);
    expect([...labels.subarray(0, 10)]).toEqual([5, 0, 4, 1, 9, 2, 1, 3, 1, 4]);
    expect(classNames).toEqual(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
    expect(count(labels)).toEqual(classCounts.train);
    const { mean, deviation } = statistics(images.data);
    expect(mean).toBeCloseTo(0.1307, 4);
    expect(deviation).toBeCloseTo(0.3081, 4);
  });

  it('holds 10,000 test digits, the first of them a 7', async () => {
    const { images, labels } = await mnist({ split: 'test' });
    expect(images.shape).toEqual([10_000, 28, 28, 1]);
    expect([...labels.subarray(0, 10)]).toEqual([7, 2, 1, 0, 4, 1, 4, 9, 5, 9]);
    expect(count(labels)).toEqual(classCounts.test);
  });

  it('gives the first digits of the whole for any limit, within a shard and across', async () => {
    const whole = await mnist();
    for (const limit of [1, 1000, 1001, 5003]) {
      const part = await mnist({ limit });
      expect(part.length).toBe(limit);
      expect(
        Buffer.compare(
          part.images.data as Uint8Array,
          whole.images.data.subarray(0, limit * 784) as Uint8Array,
        ),
      ).toBe(0);
      expect(part.labels).toEqual(whole.labels.subarray(0, limit));
    }
    expect((await mnist({ split: 'test', limit: 20_000 })).length).toBe(10_000);
  });

  it('draws the first training digit upright: a 5 whose top stroke reaches to the right', async () => {
    const { data } = (await mnist({ limit: 1 })).images;
    const row = (y: number) => [...data.subarray(y * 28, y * 28 + 28)];
    expect(row(4).every((pixel) => pixel === 0)).toBe(true);
    // As printed in many tutorials: the first inked row of the first digit.
    expect(row(5).slice(12, 24)).toEqual([3, 18, 18, 18, 126, 136, 175, 26, 166, 255, 247, 127]);
  });

  it('refuses options that would quietly give other digits', async () => {
    await expect(mnist({ limit: 0 })).rejects.toThrow(/limit to be a whole number of 1 or more, received 0/);
    await expect(mnist({ limit: 2.5 })).rejects.toMatchObject({ code: 'INVALID_OPTION' });
    await expect(mnist({ split: 'validation' as 'test' })).rejects.toThrow(/'train' or 'test'/);
  });

  it('stops when its signal is aborted, before or while it reads', async () => {
    await expect(mnist({ signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' });
    const controller = new AbortController();
    const digits = mnist({ signal: controller.signal });
    controller.abort();
    await expect(digits).rejects.toMatchObject({ name: 'AbortError' });
  });
});

function count(labels: Uint8Array | Int32Array): number[] {
  const counts = Array<number>(10).fill(0);
  for (const label of labels) counts[label]!++;
  return counts;
}

function statistics(pixels: Uint8Array | Float32Array): { mean: number; deviation: number } {
  let sum = 0;
  let squares = 0;
  for (const pixel of pixels) {
    sum += pixel;
    squares += pixel * pixel;
  }
  const mean = sum / pixels.length / 255;
  return { mean, deviation: Math.sqrt(squares / pixels.length / 255 ** 2 - mean ** 2) };
}

import { describe, expect, it } from 'vitest';
import { Dataset } from './index.js';

/** `count` images of 1 x 2 pixels, [i, 100 + i], with labels i % 3. */
function numbered(count: number): Dataset {
  const data = Uint8Array.from({ length: count * 2 }, (_, i) => (i % 2 === 0 ? i / 2 : 100 + (i - 1) / 2));
  const labels = Uint8Array.from({ length: count }, (_, i) => i % 3);
  return new Dataset({ images: { shape: [count, 1, 2, 1], data }, labels, classNames: ['a', 'b', 'c'] });
}
const numbers = ({ images }: Pick<Dataset, 'images'>) => [...images.data].filter((_, i) => i % 2 === 0);
const belongTogether = ({ images, labels }: Pick<Dataset, 'images' | 'labels'>) =>
  [...labels].every(
    (label, i) => images.data[2 * i]! % 3 === label && images.data[2 * i + 1] === images.data[2 * i]! + 100,
  );

describe('a part of a dataset', () => {
  it('is what the same part of an array would be', () => {
    const data = numbered(5);
    expect(numbers(data.take(2))).toEqual([0, 1]);
    expect(numbers(data.skip(3))).toEqual([3, 4]);
    expect(numbers(data.slice(1, 3))).toEqual([1, 2]);
    expect(numbers(data.slice(-2))).toEqual([3, 4]);
    expect(numbers(data.skip(1).skip(1).take(1))).toEqual([2]);
    expect(data.take(99).length).toBe(5);
    expect(data.skip(99).images).toEqual({ shape: [0, 1, 2, 1], data: new Uint8Array() });
  });

  it('shares the pixels of the whole where its images are neighbours', () => {
    const data = numbered(5);
    const { images } = data.slice(1, 4);
    expect(images.shape).toEqual([3, 1, 2, 1]);
    expect(images.data.buffer).toBe(data.images.data.buffer);
    expect(images.data.byteOffset - data.images.data.byteOffset).toBe(2);
  });

  it('keeps the class names, and one image knows its own', () => {
    const one = numbered(5).skip(1).get(3);
    expect([one.label, one.className, ...one.image.data]).toEqual([1, 'b', 4, 104]);
    expect(one.image.shape).toEqual([1, 1, 2, 1]);
    for (const index of [-1, 5, 0.5, NaN])
      expect(() => numbered(5).get(index)).toThrow(/whole number from 0 to 4/);
  });
});

describe('shuffling', () => {
  it('keeps every image with its label, in another order for another seed', () => {
    const shuffled = [1, 2, 3].map((seed) => numbered(50).shuffle(seed));
    for (const data of shuffled) {
      expect(belongTogether(data)).toBe(true);
      expect(numbers(data).sort((a, b) => a - b)).toEqual([...Array(50).keys()]);
    }
    expect(new Set(shuffled.map((data) => numbers(data).join())).size).toBe(3);
    expect(numbers(numbered(50).shuffle(1))).toEqual(numbers(shuffled[0]!));
  });

  it('of a part stays within the part', () => {
    expect(numbers(numbered(50).slice(10, 13).shuffle(4)).sort()).toEqual([10, 11, 12]);
  });
});

describe('split', () => {
  it('puts every image into exactly one part and keeps their order', () => {
    const { train, validation } = numbered(100).split({ validation: 30, seed: 5 });
    expect([train.length, validation.length]).toEqual([70, 30]);
    expect(
      numbers(train)
        .concat(numbers(validation))
        .sort((a, b) => a - b),
    ).toEqual([...Array(100).keys()]);
    for (const part of [train, validation]) {
      expect(numbers(part)).toEqual(numbers(part).sort((a, b) => a - b));
      expect(belongTogether(part)).toBe(true);
    }
  });

  it('draws from the whole, also where the classes come one after another', () => {
    const sorted = new Dataset({
      images: { shape: [90, 1, 1, 1], data: new Uint8Array(90) },
      labels: Uint8Array.from({ length: 90 }, (_, i) => Math.floor(i / 30)),
    });
    const { validation } = sorted.split({ validation: 30, seed: 1 });
    for (const label of [0, 1, 2])
      expect([...validation.labels].filter((each) => each === label).length).toBeGreaterThan(3);
  });

  it('chooses others for another seed, and refuses to leave nothing to train on', () => {
    const chosen = (seed: number) => numbers(numbered(100).split({ validation: 10, seed }).validation).join();
    expect(chosen(1)).not.toBe(chosen(2));
    expect(() => numbered(10).split({ validation: 10, seed: 1 })).toThrow(/from 1 to 9, received 10/);
  });
});

describe('batches', () => {
  it('hold every image once, the last batch what is left', () => {
    const batches = [...numbered(10).batches({ batchSize: 4 })];
    expect(batches.map(({ images }) => images.shape[0])).toEqual([4, 4, 2]);
    expect(batches.flatMap(numbers)).toEqual([...Array(10).keys()]);
    expect(
      [...numbered(10).batches({ batchSize: 4, dropRemainder: true })].map(({ labels }) => labels.length),
    ).toEqual([4, 4]);
  });

  it('have an order of their own in each epoch of a seed', () => {
    const order = (seed: number, epoch: number) =>
      [...numbered(20).batches({ batchSize: 8, seed, epoch })].flatMap(numbers);
    expect(order(1, 0)).toEqual(order(1, 0));
    expect(new Set([order(1, 0), order(1, 1), order(2, 0)].map(String)).size).toBe(3);
    expect(order(1, 1).sort((a, b) => a - b)).toEqual([...Array(20).keys()]);
    expect([...numbered(20).batches({ batchSize: 8, seed: 3 })].every(belongTogether)).toBe(true);
  });

  it('of no size are refused', () => {
    expect(() => [...numbered(3).batches({ batchSize: 0 })]).toThrow(/1 or more/);
  });
});

describe('gather', () => {
  it('writes rows of a view in the order asked for, bytes as value / 255', () => {
    const images = new Float32Array(6).fill(-1);
    const labels = new Int32Array(3).fill(-1);
    numbered(60).skip(1).gather(Uint32Array.of(50, 0), images, labels);
    // Row 50 of the part is image 51: 51 / 255 = 0.2 and 151 / 255; then image 1. What is not asked for stays.
    expect([...images]).toEqual([0.2, 151 / 255, 1 / 255, 101 / 255, -1, -1].map(Math.fround));
    expect([...labels]).toEqual([0, 1, -1]);
  });

  it('passes float images on as they are', () => {
    const data = Float32Array.of(0.25, -3);
    const images = new Float32Array(2);
    new Dataset({ images: { shape: [1, 2, 1, 1], data }, labels: Int32Array.of(1000) }).gather(
      Uint32Array.of(0),
      images,
      new Int32Array(1),
    );
    expect(images).toEqual(data);
  });

  it('refuses rows that do not exist and buffers that are too small', () => {
    const data = numbered(4);
    expect(() => data.gather(Uint32Array.of(4), new Float32Array(2), new Int32Array(1))).toThrow(
      /below 4, received 4/,
    );
    expect(() => data.gather(Uint32Array.of(0, 1), new Float32Array(3), new Int32Array(2))).toThrow(
      /at least 4 values/,
    );
    expect(() => data.gather(Uint32Array.of(0, 1), new Float32Array(4), new Int32Array(1))).toThrow(
      /at least 2 values/,
    );
  });
});

describe('a dataset whose parts do not fit together', () => {
  const images = { shape: [2, 1, 1, 1], data: Uint8Array.of(1, 2) } as const;
  const labels = Uint8Array.of(0, 1);
  it('is refused with the row or count that is wrong', () => {
    expect(() => new Dataset({ images: { ...images, data: Uint8Array.of(1) }, labels })).toThrow(
      /expected 2 values for shape \[2, 1, 1, 1\], received 1/,
    );
    expect(() => new Dataset({ images, labels: Uint8Array.of(0) })).toThrow(/expected 2 labels/);
    expect(() => new Dataset({ images, labels, classNames: ['only'] })).toThrow(/received 1 at row 1/);
    expect(() => new Dataset({ images, labels: Int32Array.of(0, -1) })).toThrow(/received -1 at row 1/);
    expect(() => new Dataset({ images, labels, rows: Uint32Array.of(2) })).toThrow(/rows from 0 to 1/);
    expect(() => new Dataset({ images: { shape: [2, 1, 1] as never, data: images.data }, labels })).toThrow(
      /Add the missing axes/,
    );
  });
});

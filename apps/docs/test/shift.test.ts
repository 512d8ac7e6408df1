import { describe, expect, it } from 'vitest';
import { joined, shifted } from '../labs/shift.js';

const image = { shape: [1, 2, 3, 1], data: Float32Array.of(1, 2, 3, 4, 5, 6) } as const;

describe('shifted', () => {
  it('moves right and down, and fills with paper', () => {
    expect([...shifted(image, 0, 1).data]).toEqual([0, 1, 2, 0, 4, 5]);
    expect([...shifted(image, 1, 0).data]).toEqual([0, 0, 0, 1, 2, 3]);
  });

  it('moves left and up, and loses what leaves', () => {
    expect([...shifted(image, -1, -2).data]).toEqual([6, 0, 0, 0, 0, 0]);
  });

  it('reads bytes as shares of 255, and leaves what it was given alone', () => {
    const bytes = { shape: [1, 1, 2, 1], data: Uint8Array.of(255, 51) } as const;
    const { data } = shifted(bytes, 0, 0);
    expect(data[0]).toBe(1);
    expect(data[1]).toBeCloseTo(0.2, 6);
    expect([...bytes.data]).toEqual([255, 51]);
  });

  it('keeps the images of a batch apart', () => {
    const two = { shape: [2, 1, 2, 1], data: Float32Array.of(1, 2, 3, 4) } as const;
    expect([...shifted(two, 0, 1).data]).toEqual([0, 1, 0, 3]);
  });
});

describe('joined', () => {
  it('puts batches one after the other', () => {
    const { shape, data } = joined([image, { shape: [1, 2, 3, 1], data: Uint8Array.of(255, 0, 0, 0, 0, 0) }]);
    expect(shape).toEqual([2, 2, 3, 1]);
    expect([...data]).toEqual([1, 2, 3, 4, 5, 6, 1, 0, 0, 0, 0, 0]);
  });
});

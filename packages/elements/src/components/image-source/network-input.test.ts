/** Every number here is worked out by hand. */
import type { ImageBatch } from '@convlens/types';
import { describe, expect, it } from 'vitest';
import { networkInput } from './network-input.js';

/** One colour everywhere. */
const plain = (height: number, width: number, colour: readonly [number, number, number]): ImageBatch => ({
  shape: [1, height, width, 3],
  data: Float32Array.from({ length: height * width * 3 }, (_, index) => colour[index % 3]!),
});

describe('networkInput', () => {
  it('takes the middle square, of a wide picture and of a high one', () => {
    // One row, columns 0 … 5: the middle square of 1 x 6 is column 2.
    const wide = { shape: [1, 1, 6, 1], data: Float32Array.of(0, 0.1, 0.2, 0.3, 0.4, 0.5) } as const;
    expect(networkInput(wide, 'no').grey).toEqual({ shape: [1, 1, 1, 1], data: Float32Array.of(0.2) });
    // Three rows of two: the square of 2 begins at row 0, because half of 1 is rounded down.
    const high = { shape: [1, 3, 2, 1], data: Float32Array.of(0.1, 0.2, 0.3, 0.4, 0.5, 0.6) } as const;
    expect([...networkInput(high, 'no').grey.data]).toEqual([...Float32Array.of(0.1, 0.2, 0.3, 0.4)]);
  });

  it('weighs red, green and blue as the eye does', () => {
    for (const [colour, grey] of [
      [[1, 0, 0], 0.299],
      [[0, 1, 0], 0.587],
      [[0, 0, 1], 0.114],
      [[1, 1, 1], 1],
    ] as const)
      expect(networkInput(plain(1, 1, colour), 'no').mean).toBeCloseTo(grey, 6);
  });

  it('reads bytes as shares of 255', () => {
    const bytes = { shape: [1, 1, 1, 3], data: Uint8Array.of(51, 51, 51) } as const;
    expect(networkInput(bytes, 'no').grey.data[0]).toBeCloseTo(0.2, 6);
  });

  it('turns a light picture round by itself, and leaves a dark one', () => {
    // White paper with one black pixel of four: mean 0.75. The ink is that pixel.
    const paper = { shape: [1, 2, 2, 1], data: Float32Array.of(1, 1, 0, 1) } as const;
    const onPaper = networkInput(paper, 'auto');
    expect([onPaper.mean, onPaper.isInverted, ...onPaper.ink.data]).toEqual([0.75, true, 0, 0, 1, 0]);
    const board = { shape: [1, 2, 2, 1], data: Float32Array.of(0, 0, 1, 0) } as const;
    const onBoard = networkInput(board, 'auto');
    expect([onBoard.mean, onBoard.isInverted, ...onBoard.ink.data]).toEqual([0.25, false, 0, 0, 1, 0]);
  });

  it('does as it is told where somebody knows better', () => {
    const paper = plain(2, 2, [1, 1, 1]);
    expect(networkInput(paper, 'no').ink.data[0]).toBe(1);
    expect(networkInput(paper, 'yes').ink.data[0]).toBe(0);
    expect(networkInput(plain(2, 2, [0, 0, 0]), 'yes').ink.data[0]).toBe(1);
  });

  it('makes 28 x 28 of it by area', () => {
    // 56 x 56, the upper left pixel of every four is black: a quarter of the ink in every cell.
    const data = Float32Array.from({ length: 56 * 56 }, (_, index) =>
      index % 2 === 0 && Math.floor(index / 56) % 2 === 0 ? 0 : 1,
    );
    const { input } = networkInput({ shape: [1, 56, 56, 1], data }, 'auto');
    expect(input.shape).toEqual([1, 28, 28, 1]);
    expect(new Set(input.data)).toEqual(new Set([0.25]));
  });

  it('lets what is no number stay none', () => {
    const { input, isInverted } = networkInput({ shape: [1, 1, 1, 1], data: Float32Array.of(NaN) }, 'auto');
    expect([input.data[0], isInverted]).toEqual([NaN, false]);
  });
});

import { describe, expect, it } from 'vitest';
import { receptiveField, unclippedField, windowPlan } from './index.js';

const conv = (size: number, window = 5) =>
  windowPlan('conv2d', { input: [size, size], window, padding: 'same' });
const pool = (size: number) => windowPlan('maxPool2d', { input: [size, size], window: 2, strides: 2 });

describe('receptiveField', () => {
  it('is the cell itself without any layer', () => {
    expect(receptiveField([], [3, 4])).toEqual({ top: 3, left: 4, bottom: 4, right: 5 });
  });

  // By hand: 5 x 5 'same' pads 2, so row r sees rows r - 2 to r + 2.
  it('is one window around the cell, cut at the border', () => {
    expect(receptiveField([conv(28)], [10, 10])).toEqual({ top: 8, left: 8, bottom: 13, right: 13 });
    expect(receptiveField([conv(28)], [0, 27])).toEqual({ top: 0, left: 25, bottom: 3, right: 28 });
  });

  // By hand, the second convolution of the seed network: rows 6-10 of 14, which are rows 12-21 of 28, which see rows 10-23.
  it('grows through convolution, pooling and convolution', () => {
    const chain = [conv(28), pool(28), conv(14)];
    expect(receptiveField(chain, [8, 8])).toEqual({ top: 10, left: 10, bottom: 24, right: 24 });
    // A cell of pool2: rows 12-13 of conv2, thus 10-13 of pool1 (it ends there), 20-27 of conv1, 18-27 of the input.
    expect(receptiveField([...chain, pool(14)], [6, 0])).toEqual({ top: 18, left: 0, bottom: 28, right: 10 });
  });

  // By hand: window 3 with dilation 2 spans 5; stride 3 moves the start to 3 r.
  it('follows strides and dilations, and each axis for itself', () => {
    const plan = windowPlan('conv2d', {
      input: [20, 20],
      window: [3, 1],
      strides: [3, 2],
      dilations: [2, 1],
    });
    expect(receptiveField([plan], [2, 4])).toEqual({ top: 6, left: 8, bottom: 11, right: 9 });
  });
});

describe('unclippedField', () => {
  // The seed network: 5, then 6 after pooling, then 5 + 4 * 2 ... = 14 pixels at strides of 2.
  it('is of one size everywhere, and agrees with the clipped one inside', () => {
    const conv1 = windowPlan('conv1', { input: [28, 28], window: 5, padding: 'same' });
    const pool1 = windowPlan('pool1', { input: [28, 28], window: 2, strides: 2 });
    const conv2 = windowPlan('conv2', { input: [14, 14], window: 5, padding: 'same' });
    const plans = [conv1, pool1, conv2];
    for (const place of [0, 6, 13]) {
      const { top, bottom, left, right } = unclippedField(plans, [place, 13 - place]);
      expect([bottom - top, right - left]).toEqual([14, 14]);
      const inside = receptiveField(plans, [place, 13 - place]);
      expect([Math.max(0, top), Math.min(28, bottom)]).toEqual([inside.top, inside.bottom]);
      expect([Math.max(0, left), Math.min(28, right)]).toEqual([inside.left, inside.right]);
    }
    expect(unclippedField(plans, [0, 0]).top).toBe(-6);
  });
});

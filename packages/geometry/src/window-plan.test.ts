import { describe, expect, it } from 'vitest';
import { GeometryError, windowPlan } from './index.js';
import type { WindowSettings } from './index.js';

const plan = (settings: WindowSettings) => windowPlan('conv2d', settings);

describe('windowPlan', () => {
  // The worked examples of Dumoulin & Visin (2016): input, window, stride, padding -> output.
  it.each([
    [4, 3, 1, 0, 2],
    [5, 4, 1, 2, 6],
    [5, 3, 1, 1, 5],
    [5, 3, 1, 2, 7],
    [5, 3, 2, 0, 2],
    [5, 3, 2, 1, 3],
    [6, 3, 2, 1, 3],
  ])(
    'gives the published size: input %i, window %i, stride %i, padding %i -> %i',
    (input, window, strides, padding, output) => {
      expect(plan({ input: [input, input], window, strides, padding }).output).toEqual([output, output]);
    },
  );

  // TensorFlow's rule by hand: out = ceil(n / s), total = max((out - 1) s + effective - n, 0), floor(total / 2) before.
  it.each([
    [[28, 28], 5, 1, 1, [28, 28], [2, 2]],
    [[28, 28], 2, 2, 1, [14, 14], [0, 0]],
    [[6, 6], 3, 2, 1, [3, 3], [0, 1]],
    [[6, 6], 1, 2, 1, [3, 3], [0, 0]],
    [[1, 1], 3, 2, 1, [1, 1], [1, 1]],
    [[7, 7], 3, 1, 2, [7, 7], [2, 2]],
    [[5, 5], 2, 1, 1, [5, 5], [0, 1]],
  ] as const)(
    "'same' of %j under window %i, stride %i, dilation %i",
    (input, window, strides, dilations, output, [before, after]) => {
      const resolved = plan({ input, window, strides, dilations, padding: 'same' });
      expect(resolved.output).toEqual(output);
      expect(resolved.pads).toEqual({ top: before, bottom: after, left: before, right: after });
    },
  );

  it('keeps the two axes apart', () => {
    const resolved = plan({
      input: [10, 7],
      window: [3, 2],
      strides: [2, 1],
      padding: { top: 1, bottom: 0, left: 0, right: 3 },
    });
    expect(resolved.output).toEqual([5, 9]);
    expect(resolved.pads).toEqual({ top: 1, bottom: 0, left: 0, right: 3 });
    expect(plan({ input: [4, 4], window: 1, padding: [1, 2] }).output).toEqual([6, 8]);
  });

  it('says what is wrong, with the numbers and a remedy', () => {
    const message = (settings: WindowSettings): string => {
      try {
        plan(settings);
      } catch (error) {
        if (error instanceof GeometryError) return `${error.code} ${error.message}`;
        throw error;
      }
      throw new Error('no error');
    };
    expect(message({ input: [5, 9], window: 7 })).toBe(
      'WINDOW_TOO_LARGE conv2d: expected height + padding to hold one window of 7 (size 7, dilation 1), received 5 + 0 = 5. Add at least 2 to the padding, or use a smaller window.',
    );
    expect(message({ input: [5, 5], window: 3, dilations: [1, 4] })).toContain(
      'expected width + padding to hold one window of 9',
    );
    expect(message({ input: [5, 5], window: 0 })).toContain('INVALID_SIZE conv2d: expected window');
    expect(message({ input: [5, 5], window: 2, strides: 1.5 })).toContain(
      'INVALID_SIZE conv2d: expected strides',
    );
    expect(message({ input: [5, 5], window: 2, padding: -1 })).toContain('INVALID_PADDING');
    expect(
      message({ input: [5, 5], window: 2, padding: { top: 0, bottom: 0, left: 0.5, right: 0 } }),
    ).toContain('INVALID_PADDING');
  });
});

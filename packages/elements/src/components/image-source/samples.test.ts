import { describe, expect, it } from 'vitest';
import { networkInput } from './network-input.js';
import { digitSamples, photoSamples } from './samples.js';

describe('the samples', () => {
  it('are pictures in three channels that differ from each other', () => {
    for (const samples of [photoSamples(), digitSamples()]) {
      for (const { image } of samples) {
        const [batch, height, width, channels] = image.shape;
        expect([batch, channels]).toEqual([1, 3]);
        expect(image.data).toHaveLength(height * width * 3);
        // In colour: red and blue are not the same somewhere.
        expect(image.data.some((light, index) => index % 3 === 0 && light !== image.data[index + 2])).toBe(
          true,
        );
      }
      expect(new Set(samples.map(({ image }) => image.data.join())).size).toBe(samples.length);
    }
  });

  it('of digits are dark on light and light on dark, and a network sees ink on paper in all of them', () => {
    const inputs = digitSamples().map(({ image }) => networkInput(image, 'auto'));
    expect(inputs.map(({ isInverted }) => isInverted)).toEqual([true, false, true, false]);
    for (const { input } of inputs) {
      const least = Math.min(...input.data);
      expect(input.data[0]! - least).toBeLessThan(0.01);
      expect(Math.max(...input.data) - least).toBeGreaterThan(0.6);
      // Ink is rare.
      expect(input.data.filter((value) => value - least > 0.3).length).toBeLessThan(784 / 4);
    }
  });
});

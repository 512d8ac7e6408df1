import { describe, expect, it } from 'vitest';
import { detectorKernel, detectorScores } from '../index.js';
import type { DetectorName, KernelScore } from '../index.js';
import { areaUnderCurve } from './area-under-curve.js';
import { detectorNames } from './detectors.js';

const one = (size: number, ...filter: number[]) => detectorScores({ filter, shape: [size, size, 1, 1] })[0]!;
const of = (kernel: KernelScore, name: DetectorName) =>
  kernel.scores.find(({ detector }) => detector === name)!;

const sobel = [-1, 0, 1, -2, 0, 2, -1, 0, 1];

describe('areaUnderCurve', () => {
  it('is the share of pairs that are in the right order, ties half', () => {
    // 3 > 2, 3 > 1, 1 < 2, 1 = 1: 2.5 of 4.
    expect(areaUnderCurve([3, 1], [2, 1])).toBe(0.625);
    expect(areaUnderCurve([5, 6], [1, 2, 3])).toBe(1);
    expect(areaUnderCurve([1], [2])).toBe(0);
    expect(areaUnderCurve([4, 4], [4, 4, 4])).toBe(0.5);
  });
});

describe('the kernel of a detector', () => {
  it('is what is drawn, seen through the window', () => {
    expect([...detectorKernel('brightRight', 3, 3)]).toEqual([0, 0.5, 1, 0, 0.5, 1, 0, 0.5, 1]);
    expect([...detectorKernel('brightTop', 3, 3)]).toEqual([1, 1, 1, 0.5, 0.5, 0.5, 0, 0, 0]);
    expect([...detectorKernel('horizontalLine', 3, 3)]).toEqual([0, 0, 0, 1, 1, 1, 0, 0, 0]);
    expect([...detectorKernel('verticalLine', 3, 3, [0, 1])]).toEqual([0, 0, 1, 0, 0, 1, 0, 0, 1]);
    expect([...detectorKernel('cornerTopLeft', 3, 3)]).toEqual([0, 0, 0, 0, 1, 1, 0, 1, 0]);
    // Beside a diagonal of width 1: 0.5 - (1 / sqrt(2) - 0.5).
    const beside = expect.closeTo(1 - Math.SQRT1_2, 6) as number;
    expect([...detectorKernel('risingLine', 3, 3)]).toEqual([0, beside, 1, beside, 1, beside, 1, beside, 0]);
  });
});

describe('detectorScores', () => {
  it('finds vertical edges in Sobel, with the cosine that comes out by hand', () => {
    const score = one(3, ...sobel);
    // Sobel . (-1/2, 0, 1/2 in each row) = 4; |Sobel| = sqrt(12), the other sqrt(3/2): 4 / sqrt(18).
    expect(of(score, 'brightRight').cosine).toBeCloseTo(4 / Math.sqrt(18), 12);
    expect(of(score, 'brightLeft').cosine).toBeCloseTo(-4 / Math.sqrt(18), 12);
    for (const name of ['brightTop', 'brightBottom', 'horizontalLine', 'verticalLine', 'dot'] as const)
      expect(of(score, name).cosine).toBeCloseTo(0, 12);
    // Against the corner (1 in the middle, right and below, mean 1/3): 2 + 0 of squares 2: 2 / sqrt(24).
    expect(of(score, 'cornerTopLeft').cosine).toBeCloseTo(2 / Math.sqrt(24), 12);
    expect(score).toMatchObject({ looksLike: 'brightRight', answersTo: 'brightRight' });
    expect(of(score, 'brightRight').auc).toBeGreaterThan(0.99);
    expect(of(score, 'brightLeft').auc).toBeLessThan(0.1);
    expect(of(score, 'brightRight').response).toBeGreaterThan(2 * of(score, 'brightRight').otherResponse);
  });

  it('finds dots in the Laplacian', () => {
    const score = one(3, 0, -1, 0, -1, 4, -1, 0, -1, 0);
    // The dot is 1 in the middle and 1/4 beside it, mean 2/9: 4 - 4/4 = 3; squares 20 and 1.25 - 4/9.
    expect(of(score, 'dot').cosine).toBeCloseTo(3 / Math.sqrt(20 * (1.25 - 4 / 9)), 12);
    expect(score.looksLike).toBe('dot');
  });

  it('finds the diagonal of a Gabor kernel at 45 degrees, and of its mirror image the other', () => {
    const gabor = (mirror: 1 | -1) =>
      Array.from({ length: 49 }, (_, i) => {
        const [x, down] = [mirror * ((i % 7) - 3), Math.floor(i / 7) - 3];
        // Across the line that rises to the right.
        const across = (x + down) * Math.SQRT1_2;
        return Math.cos((2 * Math.PI * across) / 6) * Math.exp(-(x * x + down * down) / 8);
      });
    expect(one(7, ...gabor(1))).toMatchObject({ looksLike: 'risingLine', answersTo: 'risingLine' });
    expect(one(7, ...gabor(-1))).toMatchObject({ looksLike: 'fallingLine', answersTo: 'fallingLine' });
    expect(of(one(7, ...gabor(1)), 'risingLine').auc).toBeGreaterThan(0.95);
  });

  it.each([5, 7])('knows every detector of %i x %i again, by looks and by answers', (size) => {
    const kernels = detectorNames.map((name) => detectorKernel(name, size, size));
    const filter = Array.from(
      { length: size * size * kernels.length },
      (_, i) => kernels[i % kernels.length]![Math.floor(i / kernels.length)]! * 3 + 8,
    );
    const scores = detectorScores({ filter, shape: [size, size, 1, kernels.length] });
    expect(scores.map(({ looksLike }) => looksLike)).toEqual(detectorNames);
    expect(scores.map(({ answersTo }) => answersTo)).toEqual(detectorNames);
    scores.forEach((score, i) => {
      expect(of(score, detectorNames[i]!)).toMatchObject({ cosine: expect.closeTo(1, 6), shift: [0, 0] });
    });
  });

  it('finds a line that is not in the middle, and says where', () => {
    const beside = detectorKernel('verticalLine', 5, 5, [0, -1]);
    expect(of(one(5, ...beside), 'verticalLine')).toMatchObject({
      cosine: expect.closeTo(1, 12),
      shift: [0, -1],
    });
  });

  it('adds the channels, as a grey picture does; what cancels out is flat', () => {
    // Red sees 3 Sobel, green -2: together Sobel. Then a kernel of red against green.
    const filter = sobel.flatMap((weight) => [3 * weight, weight, -2 * weight, -weight]);
    const [grey, colour] = detectorScores({ filter, shape: [3, 3, 2, 2] });
    expect(grey).toEqual(one(3, ...sobel));
    expect(colour!.looksLike).toBeUndefined();
    expect(colour!.answersTo).toBeUndefined();
    for (const { cosine, auc, response } of colour!.scores)
      expect([cosine, auc, response]).toEqual([0, 0.5, 0]);
  });

  it('does not care for the mean and the scale of a kernel', () => {
    const scaled = one(3, ...sobel.map((weight) => 5 * weight + 100));
    expect(scaled.looksLike).toBe('brightRight');
    expect(of(scaled, 'brightRight').cosine).toBeCloseTo(4 / Math.sqrt(18), 9);
    // All weights alike: no more than rounding is left.
    expect(one(3, ...Array<number>(9).fill(0.1)).looksLike).toBeUndefined();
  });

  it('refuses what is no filter', () => {
    expect(() => one(3, 1, 2)).toThrow(/9 values long for shape \[3, 3, 1, 1\], received 2/);
    expect(() => one(3, ...sobel.slice(1), NaN)).toThrow(/filter to be finite, received NaN/);
    const shape = [3, 3, 1, 1] as const;
    expect(() => detectorScores({ filter: sobel, shape, count: 0 })).toThrow(/count to be/);
    expect(() => detectorScores({ filter: sobel, shape: [3, 3, 1] as never })).toThrow(/\[height, width/);
    const large = new Float32Array(81).fill(1);
    expect(() => detectorScores({ filter: large, shape: [9, 9, 1, 1], size: 28 })).toThrow(/36 or more/);
    expect(() => detectorScores({ filter: sobel, shape, seed: -1 })).toThrow(RangeError);
  });
});

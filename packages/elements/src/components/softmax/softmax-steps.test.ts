import { describe, expect, it } from 'vitest';
import { fromSlider, powerForm, softmaxSteps, superscript, toSlider } from './softmax-steps.js';

const shares = (...args: Parameters<typeof softmaxSteps>): number[] =>
  softmaxSteps(...args).rows.map(({ share }) => share);

describe('softmaxSteps', () => {
  // exp(0) = 1 and exp(ln 3) = 3: 1 / 4 and 3 / 4.
  it('raises, adds up and shares out', () => {
    const { rows, sum, largest, first } = softmaxSteps([0, Math.log(3)], 1, false);
    expect(rows.map(({ power }) => Number(power.toFixed(12)))).toEqual([1, 3]);
    expect([sum, largest]).toEqual([expect.closeTo(4, 12), Math.log(3)]);
    expect(rows.map(({ share }) => Number(share.toFixed(12)))).toEqual([0.25, 0.75]);
    expect(first).toBe(1);
  });

  // Half the temperature squares the odds: 3 becomes 9, and 9 / 10 goes to the second. Twice takes the root.
  it('sharpens below temperature 1 and evens out above', () => {
    expect(shares([0, Math.log(3)], 0.5, false)[1]).toBeCloseTo(0.9, 12);
    expect(shares([0, Math.log(9)], 2, false)[1]).toBeCloseTo(0.75, 12);
  });

  it('gives the same shares where the largest is taken away first, and other exps', () => {
    const logits = [2.5, -1, 0.25, 4];
    const [plain, shifted] = [softmaxSteps(logits, 0.7, false), softmaxSteps(logits, 0.7, true)];
    plain.rows.forEach(({ share }, index) => expect(shifted.rows[index]!.share).toBeCloseTo(share, 14));
    expect(shifted.rows[3]!.power).toBe(1);
    expect(plain.rows[3]!.power).toBeCloseTo(Math.exp(4 / 0.7), 8);
  });

  // exp(800) is past the largest double, about exp(709.78).
  it('has no answer where an exp overflows, and has one as soon as the largest is taken away', () => {
    const plain = softmaxSteps([800, 799], 1, false);
    expect([plain.sum, plain.first, plain.rows[0]!.share]).toEqual([Infinity, undefined, NaN]);
    // 1 / (1 + exp(-1))
    expect(shares([800, 799], 1, true)[0]).toBeCloseTo(0.7310585786300049, 12);
  });

  it('has no answer for what is no number, or nothing', () => {
    expect(softmaxSteps([1, NaN], 1, true).first).toBeUndefined();
    expect(softmaxSteps([], 1, true).first).toBeUndefined();
  });
});

describe('a column of exps', () => {
  it('is written as it is while its sum fits, else in one power of ten', () => {
    expect(powerForm(12.5)).toEqual({ exponent: 0, sumDigits: 3 });
    expect(powerForm(1234)).toEqual({ exponent: 0, sumDigits: 1 });
    expect(powerForm(2.7e43)).toEqual({ exponent: 43, sumDigits: 3 });
    expect(powerForm(3e-9)).toEqual({ exponent: -9, sumDigits: 3 });
    expect(powerForm(Infinity)).toEqual({ exponent: 0, sumDigits: 3 });
    expect(superscript(-43)).toBe('⁻⁴³');
  });
  it('has a slider whose middle is 1 and whose ends are 0.1 and 10', () => {
    expect([fromSlider(-1), fromSlider(0), fromSlider(1)]).toEqual([0.1, 1, 10]);
    expect(fromSlider(toSlider(0.7))).toBe(0.7);
  });
});

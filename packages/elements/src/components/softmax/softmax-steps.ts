/** Softmax step by step, in double precision: what is divided by the temperature, taken away, raised, and shared out. */

export interface SoftmaxRow {
  readonly index: number;
  readonly logit: number;
  /** The logit divided by the temperature. */
  readonly scaled: number;
  /** What stands in the exp: `scaled`, or `scaled` less the largest. */
  readonly exponent: number;
  readonly power: number;
  readonly share: number;
}

export interface Softmax {
  /** In the order of the classes. */
  readonly rows: readonly SoftmaxRow[];
  /** The largest logit, divided by the temperature. */
  readonly largest: number;
  readonly sum: number;
  /** Class of the largest share; undefined where a share is no number. */
  readonly first: number | undefined;
}

export const temperatures = { least: 0.1, most: 10 } as const;

/**
 * @param isShifted Takes the largest away first, which changes every exp and no share.
 * @example softmaxSteps([0, Math.log(3)], 1, false).rows.map(({ share }) => share) // [0.25, 0.75]
 */
export function softmaxSteps(logits: ArrayLike<number>, temperature: number, isShifted: boolean): Softmax {
  const scaled = Array.from(logits, (logit) => logit / temperature);
  const largest = scaled.reduce((most, value) => Math.max(most, value), -Infinity);
  const exponents = scaled.map((value) => (isShifted ? value - largest : value));
  const powers = exponents.map(Math.exp);
  const sum = powers.reduce((total, power) => total + power, 0);
  const rows = scaled.map((value, index) => ({
    index,
    logit: logits[index]!,
    scaled: value,
    exponent: exponents[index]!,
    power: powers[index]!,
    share: powers[index]! / sum,
  }));
  const isAnswer = rows.length > 0 && rows.every(({ share }) => Number.isFinite(share));
  const first = rows.reduce((best, { share }, index) => (share > (rows[best]?.share ?? 0) ? index : best), 0);
  return { rows, largest, sum, first: isAnswer ? first : undefined };
}

/** How a column of exps is written: all in one power of ten, the terms one digit finer than their sum. */
export interface PowerForm {
  /** 0 where they are written as they are. */
  readonly exponent: number;
  readonly sumDigits: number;
}

export function powerForm(sum: number): PowerForm {
  if (!Number.isFinite(sum) || sum <= 0) return { exponent: 0, sumDigits: 3 };
  if (sum >= 1e5 || sum < 0.01) return { exponent: Math.floor(Math.log10(sum)), sumDigits: 3 };
  return { exponent: 0, sumDigits: sum >= 1000 ? 1 : sum >= 100 ? 2 : 3 };
}

/** `-12` as `⁻¹²`. */
export const superscript = (value: number): string =>
  Array.from(String(value), (sign) => (sign === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(sign)]!)).join('');

/** Where the temperature stands on a slider of -1 to 1: its logarithm, so that 1 is the middle. */
export const toSlider = (temperature: number): number => Math.log10(temperature);

/** Back again, to two significant digits, as it is written. */
export const fromSlider = (place: number): number => Number((10 ** place).toPrecision(2));

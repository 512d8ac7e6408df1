/** Numbers of a tensor as short as their scale allows: weights of 0.01 and gradients of a billionth. */
import type { Numbers } from '../../messages/numbers.js';

/** Beyond so many digits a number is written with a power of ten. */
const mostDigits = 6;

/**
 * @param scale What the number is to be told apart from: digits go as far as its first one, and `more` further.
 * @example valueText(-0.125, 0.05, 1, numbers) // '−0.125'
 */
export function valueText(value: number, scale: number, more: number, numbers: Numbers): string {
  if (value === 0 || !Number.isFinite(value)) return numbers.fixed(value, 0);
  const digits = -Math.floor(Math.log10(scale) + 1e-9) + more;
  if (digits > mostDigits + more || Math.abs(value) >= 10 ** (mostDigits + 1)) return power(value, numbers);
  return numbers.fixed(value, Math.max(0, digits));
}

function power(value: number, numbers: Numbers): string {
  const [mantissa, exponent] = value.toExponential(2).split('e') as [string, string];
  const raised = [...String(Number(exponent))].map((sign) => superscripts[sign] ?? '').join('');
  return `${numbers.fixed(Number(mantissa), 2)} × 10${raised}`;
}

const superscripts: Readonly<Record<string, string>> = {
  '-': '⁻',
  ...Object.fromEntries([...'⁰¹²³⁴⁵⁶⁷⁸⁹'].map((sign, digit) => [String(digit), sign])),
};

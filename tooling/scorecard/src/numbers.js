// Numbers as the page writes them, read back.

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** `−1.23`, `+0.4`, `105,194`, `1.23 × 10⁻⁴`. NaN for what is no number. */
export function read(text) {
  const plain = text
    .trim()
    .replaceAll('−', '-')
    .replaceAll(',', '')
    .replace(/\s*×\s*10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)/u, (_, raised) => `e${exponent(raised)}`);
  return plain === '' ? NaN : Number(plain);
}

const exponent = (raised) =>
  [...raised].map((sign) => (sign === '⁻' ? '-' : superscripts.indexOf(sign))).join('');

/** Every number of a text, in order. */
export const readAll = (text) =>
  (text.match(/[+−-]?\d[\d,]*(?:\.\d+)?(?:\s*×\s*10[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)?/gu) ?? []).map(read);

/** Short, for a line of the scorecard. */
export const short = (value) =>
  value === 0
    ? '0'
    : Math.abs(value) < 1e-3 || Math.abs(value) >= 1e5
      ? value.toExponential(1)
      : String(Number(value.toPrecision(4)));

export const median = (values) => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

/** The value that a share of all does not exceed. */
export const quantile = (values, share) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(share * values.length))];

export const largestDifference = (a, b) =>
  a.length === b.length ? a.reduce((most, value, at) => Math.max(most, Math.abs(value - b[at])), 0) : NaN;

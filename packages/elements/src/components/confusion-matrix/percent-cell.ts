/** Recall and precision beside cells as narrow as a number: whole percents, and no rounding to all or to none. */
import type { Numbers } from '../../messages/numbers.js';

/** `98`, `>99`, `100`, `<1`, `0`; a dash where there is nothing to take a share of. */
export function percentCell(share: number, numbers: Numbers): string {
  if (Number.isNaN(share)) return '–';
  const percent = Math.round(share * 100);
  if (percent === 100 && share < 1) return `>${numbers.integer(99)}`;
  if (percent === 0 && share > 0) return `<${numbers.integer(1)}`;
  return numbers.integer(percent);
}

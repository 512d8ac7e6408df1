/** Shares as people read them: whole from ten percent, one digit below, and never a zero that is none. */
import type { CommonMessages } from './common.js';
import type { Numbers } from './numbers.js';

/** `81 %`, `3.9 %`, `< 0.1 %`; NaN stays NaN. */
export function percentText(share: number, words: CommonMessages, numbers: Numbers): string {
  const percent = share * 100;
  if (percent < 0.05) return words.lessThanPercent(numbers.fixed(0.1, 1));
  return words.percent(numbers.fixed(percent, percent >= 9.95 ? 0 : 1));
}

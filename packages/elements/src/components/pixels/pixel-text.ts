/** A value of a pixel as people write it: short in its cell, in full beside it. */
import type { Numbers } from '../../messages/numbers.js';

/** 0 to 255, or 0 to 1. */
export type PixelFormat = 'bytes' | 'shares';

/** Whole bytes, or a share of two digits without its zero: `.42`. */
export function cellText(value: number, limit: number, format: PixelFormat, numbers: Numbers): string {
  const share = value / limit;
  if (format === 'bytes') return numbers.integer(share * 255);
  if (!Number.isFinite(share)) return numbers.fixed(share, 2);
  const hundredths = Math.round(share * 100);
  if (hundredths % 100 === 0) return numbers.integer(hundredths / 100);
  return numbers.fixed(share, 2).replace(/^(−?)0(?=[.,])/, '$1');
}

export const byteText = (value: number, limit: number, numbers: Numbers): string => {
  const byte = (value * 255) / limit;
  return numbers.fixed(byte, Number.isInteger(byte) ? 0 : 1);
};

export const shareText = (value: number, limit: number, numbers: Numbers): string =>
  numbers.fixed(value / limit, 3);

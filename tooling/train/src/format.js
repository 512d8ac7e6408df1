// Numbers as people read them.

/** `99.05 %` */
export const percent = (share) => `${(100 * share).toFixed(2)} %`;

/** `1 min 05 s`, or `7 s`. */
export function duration(seconds) {
  const whole = Math.max(0, Math.round(seconds));
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, '0')} s`;
}

/** A measured time as people read it, or why there is none. */
import type { Lab } from './lab.js';
import type { WayName } from './ways.js';

export function durationText(lab: Lab, way: WayName): string {
  const { times, isMeasuring, isTooLarge, words, numbers } = lab;
  const time = times[way];
  if (way === 'none') return '–';
  if (way === 'convolution' && isTooLarge) return words.tooLarge;
  if (time === undefined) return isMeasuring ? words.measuring : words.notMeasured;
  const micro = time * 1000;
  return words.microseconds(numbers.fixed(micro, micro < 10 ? 2 : micro < 100 ? 1 : 0));
}

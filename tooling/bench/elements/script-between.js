// From a Chromium trace: how long script ran from one mark to the next, by the clock and by the processor. On a machine that
// has other work the clock counts that work, too. Pure functions over trace events.
import { scriptEvents } from '../page/script-per-frame.js';

/**
 * @param {{ name: string, ph: string, ts: number, dur?: number, tdur?: number, pid: number, tid: number }[]} events
 * @param {{ pid: number, tid: number }} thread The main thread of the page.
 * @param {string} mark Of `performance.mark`.
 * @returns {{ wall: number, cpu: number }[]} Milliseconds; what follows the last mark is left out.
 */
export function scriptBetween(events, thread, mark) {
  const own = events.filter((event) => event.pid === thread.pid && event.tid === thread.tid);
  const marks = own
    .filter(({ name }) => name === mark)
    .map(({ ts }) => ts)
    .sort((a, b) => a - b);
  const sums = marks.slice(1).map(() => ({ wall: 0, cpu: 0 }));
  const spans = own
    .filter((event) => scriptEvents.has(event.name) && event.ph === 'X' && event.dur > 0)
    .sort((a, b) => a.ts - b.ts || b.dur - a.dur);
  let covered = -Infinity;
  for (const { ts, dur, tdur = dur } of spans) {
    // What is inside another span is counted with that.
    if (ts < covered) continue;
    covered = ts + dur;
    const place = marks.findLastIndex((at) => at <= ts);
    const sum = sums[place];
    if (!sum) continue;
    sum.wall += dur / 1000;
    sum.cpu += tdur / 1000;
  }
  return sums;
}

/** How long something takes that takes less than a clock can tell. */

/** Clocks of browsers tick every 0.1 to 1 ms: a batch must take many ticks. */
const batchMs = 5;
const leastMs = 50;
/** Until then a compiler is still at work on what runs. */
const warmMs = 50;
const leastBatches = 9;

/**
 * Milliseconds of one run: the median over batches of runs, which take `leastMs` in all or longer. Batches of one where a
 * run is slow.
 *
 * @param run Returns a number, which is looked at, so that no compiler leaves the run out.
 * @param now Milliseconds.
 */
export function medianTime(run: () => number, now: () => number): number {
  let looked = 0;
  const batch = (runs: number): number => {
    const start = now();
    for (let index = 0; index < runs; index++) if (run() > 0) looked++;
    return now() - start;
  };
  let runs = 1;
  for (let warm = 0; warm < warmMs;) {
    const time = batch(runs);
    warm += time;
    if (time >= batchMs) continue;
    // A clock that stands still measures nothing.
    if (runs >= 2 ** 20) return NaN;
    runs *= 2;
  }
  const times: number[] = [];
  for (let total = 0; total < leastMs || times.length < leastBatches;) {
    const time = batch(runs);
    times.push(time / runs);
    total += time;
    // A slow run has been measured long enough.
    if (total > 20 * leastMs) break;
  }
  times.sort((a, b) => a - b);
  return looked < 0 ? NaN : times[times.length >> 1]!;
}

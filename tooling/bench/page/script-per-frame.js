// From a Chromium trace to two figures: how long script ran in each frame of the page's main thread, and which
// tasks were long. Pure functions over trace events; recording is page.mjs's business.

/** Events of the devtools timeline in which script runs. They nest; an outer one covers what is inside. */
export const scriptEvents = new Set([
  'EvaluateScript',
  'v8.evaluateModule',
  'FunctionCall',
  'FireAnimationFrame',
  'TimerFire',
  'EventDispatch',
  'RunMicrotasks',
  'MinorGC',
  'MajorGC',
]);

/**
 * Milliseconds of script in each frame.
 *
 * A frame lasts from one `BeginMainThreadFrame` to the next; script between two frames counts to the earlier one.
 *
 * @param {{ name: string, ph: string, ts: number, dur?: number, pid: number, tid: number }[]} events
 * @param {{ pid: number, tid: number }} thread The main thread of the page.
 * @example scriptPerFrame(events, mainThread(events)) // [3.1, 0.4, 7.9]
 */
export function scriptPerFrame(events, thread) {
  const own = events.filter((event) => event.pid === thread.pid && event.tid === thread.tid);
  const frames = own
    .filter((event) => event.name === 'BeginMainThreadFrame')
    .map((event) => event.ts)
    .sort((a, b) => a - b);
  const durations = new Array(Math.max(0, frames.length)).fill(0);
  let frame = 0;
  for (const [start, end] of outermost(own.filter((event) => scriptEvents.has(event.name)))) {
    while (frame + 1 < frames.length && frames[frame + 1] <= start) frame++;
    if (frames.length > 0 && start >= frames[0]) durations[frame] += (end - start) / 1000;
  }
  return durations;
}

/** Start and end of complete events, nested and overlapping ones joined, in order. */
function outermost(events) {
  const spans = events
    .filter((event) => event.ph === 'X' && event.dur > 0)
    .map((event) => [event.ts, event.ts + event.dur])
    .sort((a, b) => a[0] - b[0]);
  const joined = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last && span[0] < last[1]) last[1] = Math.max(last[1], span[1]);
    else joined.push(span);
  }
  return joined;
}

/** The page's main thread: the renderer's, and of several the one that made the most frames. */
export function mainThread(events) {
  const counts = new Map();
  for (const { name, pid, tid } of events)
    if (name === 'BeginMainThreadFrame') counts.set(`${pid} ${tid}`, (counts.get(`${pid} ${tid}`) ?? 0) + 1);
  const [busiest] = [...counts].sort((a, b) => b[1] - a[1]);
  if (!busiest) throw new Error('bench page: the trace holds no frame. Was the page visible?');
  const [pid, tid] = busiest[0].split(' ').map(Number);
  return { pid, tid };
}

/** The value below which a share of the values lies (nearest rank). */
export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

// The figures of `pnpm bench elements` as lines that people read, each with its aim.

const ms = (value) => `${(Math.round(value * 10) / 10).toFixed(1)} ms`;
const megabytes = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;
const times = ({ median, p95, max }) => `median ${ms(median)}, 95 % within ${ms(p95)}, longest ${ms(max)}`;

/** @param {Record<string, any>} result Of `benchElements`. */
export function describe({ start, newRecord, stroke, edits, memory, machine, browser }) {
  const lines = [
    ['first paint of anything', times(start.firstPaint), ''],
    ['<cnn-model> ready', times(start.ready), ''],
    ['first maps of the network', times(start.maps), 'median under 300 ms'],
    ['script for a record that is given', times(newRecord.given), 'median under 4 ms'],
    ['  of the processor alone', times(newRecord.given.cpu), ''],
    ['script for a live input', times(newRecord.live), 'median under 4 ms'],
    ['  of the processor alone', times(newRecord.live.cpu), ''],
    ['pen to all maps, idle', times(stroke.idle), '95 % within 16 ms'],
    ['  with the waits for frames', times(stroke.idle.withFrames), ''],
    [`pen to all maps, training`, times(stroke.training), '95 % within 50 ms'],
    ['  with the waits for frames', times(stroke.training.withFrames), ''],
    ...Object.entries(edits.kernels).map(([size, kernel]) => [
      `kernel ${size} × ${size} edited, 256 × 256`,
      times(kernel),
      'median under 50 ms',
    ]),
    ['channel muted, 256 × 256', times(edits.muted), 'median under 100 ms'],
    [
      `memory after ${memory.minutes} min of training`,
      `${megabytes(memory.bytes)} (${megabytes(memory.idleBytes)} before; ${memory.steps} steps)`,
      'under 150 MB',
    ],
  ];
  return [
    ...lines.map(
      ([name, figures, aim]) => `${name.padEnd(36)}${figures}${aim === '' ? '' : ` (aim: ${aim})`}`,
    ),
    `machine: ${machine.cpus} x ${machine.model}; load ${machine.loadBefore.toFixed(1)} before, ${machine.loadAfter.toFixed(1)} after; Chromium ${browser}`,
  ].join('\n');
}

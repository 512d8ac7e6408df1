// `pnpm scorecard`: one task after the other on the built site (`pnpm build`), each with its mark and the number behind it.
// `--row L8` (may stand several times) does one task, `--site` names another folder, `--seconds` is how long a training may take.
// What a mark means, and the marks of the last run: docs/scorecard.md.
import { existsSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { rows } from './src/rows.js';
import { openSite } from './src/site.js';

const { values: options } = parseArgs({
  options: {
    row: { type: 'string', multiple: true },
    site: {
      type: 'string',
      default: fileURLToPath(new URL('../../apps/docs/.vitepress/dist', import.meta.url)),
    },
    seconds: { type: 'string', default: '300' },
  },
});
if (!existsSync(join(options.site, 'index.html'))) {
  console.error(`scorecard: expected a build in ${options.site}, received nothing. Run pnpm build first.`);
  process.exit(1);
}
const wanted = options.row ?? rows.map(({ id }) => id);
const unknown = wanted.filter((id) => !rows.some((row) => row.id === id));
if (unknown.length > 0) {
  console.error(
    `scorecard: expected rows of ${rows.map(({ id }) => id).join(', ')}, received ${unknown.join(', ')}.`,
  );
  process.exit(1);
}

// Times are of this machine, and of what else it has to do.
console.log(
  `${cpus()[0]?.model.trim()}, ${availableParallelism()} cores, load ${loadavg()[0].toFixed(1)} at the start, Node ${process.version}`,
);
const site = await openSite(options.site, { seconds: Number(options.seconds) });
try {
  for (const { id, task, measure } of rows.filter((row) => wanted.includes(row.id))) {
    const { mark, figures } = await measure(site).catch((error) => ({
      mark: 'FAIL',
      figures: [`the script came to a stop: ${error.message.split('\n')[0]}`],
    }));
    console.log(`${id.padEnd(4)}${mark.padEnd(8)}${task}`);
    for (const figure of figures) console.log(`            ${figure}`);
  }
} finally {
  await site.close();
}

// `node tooling/packaging/measure-start.mjs`: the megabytes of tarballs that `npm start` downloads on a
// bare clone of what is committed, by pnpm's own log of an installation into an empty store.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../setup/run.mjs';

const limit = 150e6;
const folder = mkdtempSync(join(tmpdir(), 'convlens-start-'));
const clone = join(folder, 'clone');
const options = { encoding: 'utf8', maxBuffer: 1e9 };
execFileSync('git', ['clone', '--quiet', '--depth=1', `file://${root}`, clone], options);

const { packageManager } = JSON.parse(readFileSync(join(clone, 'package.json'), 'utf8'));
const [pnpm] = JSON.parse(execFileSync('npm', ['pack', '--dry-run', '--json', packageManager], options));

const args = ['install', '--frozen-lockfile', '--filter', '@convlens/docs...', '--reporter=ndjson'];
const log = execFileSync('pnpm', [...args, `--store-dir=${join(folder, 'store')}`], {
  ...options,
  cwd: clone,
});
const sizes = new Map([[packageManager, pnpm.size]]);
for (const line of log.split('\n').filter(Boolean)) {
  const entry = JSON.parse(line);
  if (entry.name === 'pnpm:fetching-progress' && entry.status === 'started')
    sizes.set(entry.packageId, entry.size ?? 0);
}
rmSync(folder, { recursive: true, force: true });

const megabytes = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;
const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
const largest = [...sizes].sort((a, b) => b[1] - a[1]).slice(0, 8);
for (const [name, size] of largest) console.log(`${megabytes(size).padStart(9)}  ${name}`);
console.log(`npm start downloads ${sizes.size} tarballs, ${megabytes(total)} (limit ${megabytes(limit)})`);
process.exit(total > limit ? 1 : 0);

// For commands that run the built packages in Node (train, bench, conformance): builds what is out of
// date. Prints to stderr, so that a command's standard output stays its own.
import { must, root, run } from './run.mjs';
import { join } from 'node:path';

/** Builds the workspace packages that the package `name` depends on. */
export function ensureBuilt(name) {
  const turbo = join(root, 'node_modules/.bin/turbo');
  const args = ['run', 'build', `--filter=${name}^...`, '--output-logs=errors-only', '--no-update-notifier'];
  must(run(turbo, args, { stdio: ['ignore', 2, 2], shell: process.platform === 'win32' }), 'The build');
}

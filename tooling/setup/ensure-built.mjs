// For commands that run the built packages in Node (train, bench, conformance): builds what is out of
// date. Prints to stderr, so that a command's standard output stays its own.
import { must, root, run } from './run.mjs';
import { delimiter, join } from 'node:path';

/** Builds the workspace packages that the package `name` depends on. */
export function ensureBuilt(name) {
  const turbo = join(root, 'node_modules/.bin/turbo');
  const args = ['run', 'build', `--filter=${name}^...`, '--output-logs=errors-only', '--no-update-notifier'];
  // turbo asks pnpm for the workspace: the pinned one, also where npm or Node started this.
  process.env.PATH = join(root, '.tools/node_modules/.bin') + delimiter + process.env.PATH;
  must(run(turbo, args, { stdio: ['ignore', 2, 2], shell: process.platform === 'win32' }), 'The build');
}

// Runs a program in the repository root, showing what it prints.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

const quiet = { TURBO_TELEMETRY_DISABLED: '1', STORYBOOK_DISABLE_TELEMETRY: '1', DO_NOT_TRACK: '1' };

/** Returns the exit status; a program that could not start or was ended counts as 1. */
export function run(command, args, options = {}) {
  const { env, ...rest } = options;
  const result = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...quiet, ...env },
    ...rest,
  });
  return result.status ?? 1;
}

/** Ends this program with a sentence that says what failed, unless the status is 0. */
export function must(status, what) {
  if (status === 0) return;
  console.error(`\n${what} failed (exit ${status}); the lines above say why.`);
  process.exit(1);
}

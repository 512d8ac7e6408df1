// Runs a program and keeps what it prints, to be shown when it fails.
import { spawnSync } from 'node:child_process';

/** Returns what it printed; throws an error with that text when it fails or takes longer than `timeout`. */
export function runTool(command, args, { cwd, timeout = 180_000, env = {} } = {}) {
  const { status, signal, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    timeout,
    encoding: 'utf8',
    maxBuffer: 1e8,
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  });
  if (status === 0) return stdout;
  const why = error?.message ?? (signal ? `ended by ${signal}` : `status ${status}`);
  throw new Error(`${command} ${args.join(' ')}: ${why}\n${stdout}\n${stderr}`);
}

// A stranger's empty folder: the tarballs are installed there with npm, outside the repository, and
// programs run there see only what is published.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTool } from './run-tool.js';

/** `packed` as `packAll` returns it. Returns the folder. */
export function installTarballs(packed) {
  const folder = mkdtempSync(join(tmpdir(), 'convlens-consumer-'));
  const dependencies = Object.fromEntries(packed.map(({ name, tarball }) => [name, `file:${tarball}`]));
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ private: true, type: 'module', dependencies }, null, 2),
  );
  runTool('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', '--prefer-offline'], {
    cwd: folder,
  });
  return folder;
}

/** Runs the text of a module in the folder; returns what it printed. */
export function runModule(folder, fileName, code, options = {}) {
  writeFileSync(join(folder, fileName), code);
  return runTool(process.execPath, [fileName], { cwd: folder, timeout: 120_000, ...options });
}

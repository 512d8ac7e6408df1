// The pinned pnpm, kept in .tools/: nothing is installed globally and no other pnpm is used.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { must, root, run } from './run.mjs';

const tools = join(root, '.tools');
const home = join(tools, 'node_modules/pnpm');

/** Fetches pnpm if it is missing or of another version; returns a function that runs it. */
export function preparePnpm() {
  const wanted = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).packageManager;
  if (installedPnpm() !== wanted) {
    console.log(`Fetching ${wanted} into .tools/`);
    mkdirSync(tools, { recursive: true });
    writeFileSync(join(tools, 'package.json'), '{ "private": true }\n');
    const flags = ['--no-save', '--no-audit', '--no-fund', '--loglevel=error'];
    must(
      run('npm', ['install', ...flags, wanted], { cwd: tools, shell: process.platform === 'win32' }),
      `npm install ${wanted}`,
    );
  }
  process.env.PATH = join(tools, 'node_modules/.bin') + delimiter + process.env.PATH;
  return (args, options) => run(process.execPath, [join(home, 'bin/pnpm.cjs'), ...args], options);
}

function installedPnpm() {
  const manifest = join(home, 'package.json');
  return existsSync(manifest) ? `pnpm@${JSON.parse(readFileSync(manifest, 'utf8')).version}` : undefined;
}

// Packs every package that is published, as pnpm would publish it, and reads what is inside.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { workspacePackages } from '../../check/src/workspace.js';

/** Returns `{ name, folder, manifest, tarball, files }` for each; `manifest` is the packed one. */
export function packAll(destination) {
  return workspacePackages()
    .filter(({ manifest }) => !manifest.private)
    .map(({ name, folder }) => {
      const args = ['pack', '--json', '--pack-destination', destination];
      const { filename } = JSON.parse(execFileSync('pnpm', args, { cwd: folder, encoding: 'utf8', shell }));
      const tarball = join(destination, filename.split(/[\\/]/).at(-1));
      return {
        name,
        folder,
        tarball,
        manifest: JSON.parse(readFrom(tarball, 'package.json')),
        files: list(tarball),
      };
    });
}

/** The text of one file in a tarball. */
export function readFrom(tarball, file) {
  return execFileSync('tar', ['-xzOf', tarball, `package/${file}`], { encoding: 'utf8', maxBuffer: 1e9 });
}

function list(tarball) {
  const lines = execFileSync('tar', ['-tzf', tarball], { encoding: 'utf8' }).split('\n').filter(Boolean);
  return lines.map((line) => line.replace(/^package\//, ''));
}

const shell = process.platform === 'win32';

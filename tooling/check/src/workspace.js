// The packages of this repository and the scripts they have.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../setup/run.mjs';

/** Every workspace package as `{ name, folder, manifest }`. */
export function workspacePackages() {
  return ['packages', 'apps', 'tooling'].flatMap((group) =>
    readdirSync(join(root, group)).flatMap((entry) => {
      const folder = join(root, group, entry);
      const file = join(folder, 'package.json');
      if (!existsSync(file)) return [];
      const manifest = JSON.parse(readFileSync(file, 'utf8'));
      return [{ name: manifest.name, folder, manifest }];
    }),
  );
}

export function packagesWith(script) {
  return workspacePackages().filter(({ manifest }) => manifest.scripts?.[script]);
}

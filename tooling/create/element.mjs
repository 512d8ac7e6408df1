// `pnpm create:element NAME "SUMMARY"`: scaffolds <cnn-NAME> with its test, story, changeset and a place in every list.
// With `--lists` it only enters an element whose folder is there already.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lists } from './src/lists.js';
import { changeset, elementFiles, namesOf } from './src/templates.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const listsOnly = process.argv.includes('--lists');
const [name, summary] = process.argv.slice(2).filter((argument) => argument !== '--lists');

if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name ?? '') || !summary) {
  console.error(
    'create:element: expected a name in kebab-case and a summary, for example: pnpm create:element weight-norms "How large the weights of each layer are."',
  );
  process.exit(2);
}
const folder = join(root, 'packages/elements/src/components', name);
if (existsSync(folder) !== listsOnly) {
  console.error(
    listsOnly
      ? `create:element: expected a folder ${name} among the components, received none. Leave --lists out to make it.`
      : `create:element: expected a name that is free, received "${name}". Choose another, or delete its folder first.`,
  );
  process.exit(2);
}
const written = [];
const write = (path, text) => {
  writeFileSync(join(root, path), text);
  written.push(path);
};
if (!listsOnly) {
  mkdirSync(folder);
  for (const [path, text] of Object.entries(elementFiles(name, summary)))
    write(`packages/elements/src/components/${name}/${path}`, text);
  write(`.changeset/${name}.md`, changeset(name, summary));
}
for (const [path, enter] of Object.entries(lists)) {
  const before = readFileSync(join(root, path), 'utf8');
  const after = enter(before, namesOf(name), summary);
  if (after !== before) write(path, after);
}
console.log(`<cnn-${name}> is in:\n${written.map((path) => `  ${path}`).join('\n')}
Next: write what it draws, then
  pnpm --filter @convlens/elements test:browser src/components/${name}
  pnpm lint --fix packages/elements apps/docs`);

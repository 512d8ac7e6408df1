// `npm start`: installs what the site needs and no more, builds it, serves it on this machine.
import { join } from 'node:path';
import { checkNode } from './check-node.mjs';
import { preparePnpm } from './pnpm.mjs';
import { must, root } from './run.mjs';
import { serveFolder } from './serve.mjs';

checkNode();
const pnpm = preparePnpm();

console.log('Installing what the site needs (1 of 3)');
must(
  pnpm(['install', '--frozen-lockfile', '--prefer-offline', '--filter', '@convlens/docs...']),
  'The installation',
);

console.log('\nBuilding the packages and the site (2 of 3)');
must(
  pnpm(['exec', 'turbo', 'run', 'build', '--filter=@convlens/docs', '--output-logs=errors-only']),
  'The build',
);

const { url } = await serveFolder(join(root, 'apps/docs/.vitepress/dist'), {
  firstPort: Number(process.env.PORT ?? 4173),
});
console.log(`\nServing the site (3 of 3)\n\n  ConvLens is at ${url}\n\nCtrl-C ends it.`);

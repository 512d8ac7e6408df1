// `node tooling/packaging/check.mjs`: the packages as strangers will get them. Packs all of them, looks
// inside, installs the tarballs into an empty folder outside the repository and uses them there.
// Needs `pnpm build`. Writes reports/packages.json for tooling/check; `--keep` leaves the folder, `--write-sizes`
// makes the budgets of element-sizes.json anew.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchChromium } from '@convlens/browser';
import { createServer } from 'vite';
import { root } from '../setup/run.mjs';
import { installTarballs } from './src/consumer.js';
import { problemsOf } from './src/contents.js';
import { checkImports } from './src/imports.js';
import { checkAllElements } from './src/all-elements.js';
import { checkBundledProgram, checkFirstProgram, checkTypes } from './src/first-use.js';
import { checkReadmes } from './src/readmes.js';
import { result, resultOf } from './src/results.js';
import { runTool } from './src/run-tool.js';
import { checkSizes } from './src/sizes.js';
import { packAll } from './src/tarballs.js';
import { checkWholePages } from './src/whole-pages.js';

const bin = (name) => join(root, 'tooling/packaging/node_modules/.bin', name);
const packs = mkdtempSync(join(tmpdir(), 'convlens-packs-'));
const results = [];

results.push(
  await resultOf('knip', () => runTool(bin('knip'), ['--no-progress', '--no-config-hints'], { cwd: root })),
);

const packed = packAll(packs);
for (const each of packed) {
  const { name, tarball } = each;
  results.push(result(`contents of ${name}`, problemsOf(each)));
  results.push(
    await resultOf(`publint ${name}`, () => runTool(bin('publint'), ['run', tarball, '--strict'])),
  );
  results.push(
    await resultOf(`types of ${name}`, () => runTool(bin('attw'), [tarball, '--profile', 'esm-only'])),
  );
}

const folder = installTarballs(packed);
const server = await createServer({
  root: folder,
  logLevel: 'error',
  server: { host: '127.0.0.1', port: 4300 },
});
await server.listen();
const browser = await launchChromium();
try {
  results.push(...(await checkImports(folder, packed)));
  results.push(await checkTypes(folder));
  results.push(await checkFirstProgram(folder));
  results.push(await checkBundledProgram(folder, browser));
  results.push(...(await checkWholePages(folder, browser)));
  results.push(...(await checkAllElements(folder, browser)));
  results.push(...(await checkSizes(folder, { write: process.argv.includes('--write-sizes') })));
  results.push(...(await checkReadmes(folder, packed, browser, server)));
} finally {
  await browser.close();
  await server.close();
}
if (process.argv.includes('--keep')) console.log(`The folder: ${folder}`);
else for (const each of [packs, folder]) rmSync(each, { recursive: true, force: true });

mkdirSync(join(root, 'reports'), { recursive: true });
writeFileSync(join(root, 'reports/packages.json'), JSON.stringify({ results }, null, 2));
const failed = results.filter(({ status }) => status === 'failed').length;
console.log(`packages: ${results.length - failed} checks passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);

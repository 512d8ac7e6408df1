// `pnpm lint [paths]`: ESLint and Prettier in one pass over the repository; with `--fix` both repair.
// Writes reports/lint.json, one result a package, for tooling/check.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const fix = process.argv.includes('--fix');
const given = process.argv.slice(2).filter((argument) => argument !== '--fix');
const paths = given.length > 0 ? given : ['packages', 'apps', 'tooling'];

const eslint = new ESLint({ cwd: root, fix, errorOnUnmatchedPattern: false });
const linted = await eslint.lintFiles(paths);
if (fix) await ESLint.outputFixes(linted);
const formatter = await eslint.loadFormatter('stylish');
console.log(await formatter.format(linted));

const unformatted = prettier(paths);
for (const file of unformatted) console.log(`not formatted: ${file} (pnpm lint --fix)`);

const failed = new Set([
  ...linted.filter((file) => file.errorCount > 0).map((file) => packageOf(relative(root, file.filePath))),
  ...unformatted.map(packageOf),
]);
const checked = new Set(linted.map((file) => packageOf(relative(root, file.filePath))));
const results = [...new Set([...checked, ...failed])]
  .sort()
  .map((name) => ({ name, status: failed.has(name) ? 'failed' : 'passed' }));
mkdirSync(join(root, 'reports'), { recursive: true });
writeFileSync(join(root, 'reports/lint.json'), JSON.stringify({ results }, null, 2));
console.log(`lint: ${results.length - failed.size} packages clean, ${failed.size} not`);
process.exit(failed.size > 0 ? 1 : 0);

/** `packages/layers/src/a.ts` belongs to `packages/layers`. */
function packageOf(file) {
  return file.split(/[\\/]/).slice(0, 2).join('/');
}

function prettier(paths) {
  const bin = join(
    dirname(createRequire(import.meta.url).resolve('prettier/package.json')),
    'bin/prettier.cjs',
  );
  const patterns = paths.map((path) =>
    /\.\w+$/.test(path) ? path : `${path}/**/*.{ts,js,mjs,json,vue,css,html}`,
  );
  const mode = fix ? '--write' : '--list-different';
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [bin, mode, '--log-level=error', '--no-error-on-unmatched-pattern', ...patterns],
    { cwd: root, encoding: 'utf8', maxBuffer: 1e8 },
  );
  if (status === 2) console.error(stderr);
  const listed = fix ? [] : stdout.split('\n').filter(Boolean);
  return status === 2 ? [...listed, 'tooling/eslint (Prettier itself failed)'] : listed;
}

// `node tooling/boundaries/boundaries.mjs`: who imports whom in packages/, against edges.js.
// Writes reports/boundaries.json, one result a package, for tooling/check.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findViolations } from './cruise.js';
import { edges } from './edges.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const { modules, violations } = await findViolations(root);
for (const { from, to, rule } of violations) console.log(`${rule}: ${from} → ${to}`);

const results = readdirSync(join(root, 'packages')).map((name) => {
  const listed = name in edges;
  if (!listed) console.log(`packages/${name} is not in tooling/boundaries/edges.js`);
  const clean = !violations.some(({ from }) => from.startsWith(`packages/${name}/`));
  return { name: `packages/${name}`, status: listed && clean ? 'passed' : 'failed' };
});
mkdirSync(join(root, 'reports'), { recursive: true });
writeFileSync(join(root, 'reports/boundaries.json'), JSON.stringify({ results }, null, 2));

const failed = results.filter((result) => result.status === 'failed').length;
console.log(`boundaries: ${modules} modules, ${failed} packages with forbidden imports`);
process.exit(failed > 0 ? 1 : 0);

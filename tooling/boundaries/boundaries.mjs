// `node tooling/boundaries/boundaries.mjs`: who imports whom in packages/, against edges.js.
// Writes reports/boundaries.json, one result a package, for tooling/check.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cruise } from 'dependency-cruiser';
import { edges, findCycle } from './edges.js';
import { rules } from './rules.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
process.chdir(root);

const cycle = findCycle(edges);
if (cycle) throw new Error(`edges.js: ${cycle} may import itself by way of others. The edges must form no cycle.`);

const { output } = await cruise(
  ['packages'],
  {
    ruleSet: { forbidden: rules },
    validate: true,
    tsPreCompilationDeps: true,
    exclude: { path: '(^|/)(dist|node_modules|generated|reports|assembly)/' },
  },
  { exportsFields: ['exports'], conditionNames: ['@convlens/source', 'import', 'types', 'default'] },
);

const violations = output.summary.violations;
for (const { from, to, rule } of violations) console.log(`${rule.name}: ${from} → ${to}`);

const results = readdirSync('packages').map((name) => {
  const listed = name in edges;
  if (!listed) console.log(`packages/${name} is not in tooling/boundaries/edges.js`);
  const clean = !violations.some(({ from }) => from.startsWith(`packages/${name}/`));
  return { name: `packages/${name}`, status: listed && clean ? 'passed' : 'failed' };
});
mkdirSync('reports', { recursive: true });
writeFileSync('reports/boundaries.json', JSON.stringify({ results }, null, 2));
const failed = results.filter((result) => result.status === 'failed').length;
console.log(`boundaries: ${output.summary.totalCruised} modules, ${failed} packages with forbidden imports`);
process.exit(failed > 0 ? 1 : 0);

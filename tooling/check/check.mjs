// `pnpm check [suite …]`: every suite, or those named; one summary; status 1 if anything failed.
// Writes reports/summary.json for `.ci/run`.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../setup/run.mjs';
import { formatSummary } from './src/print.js';
import { runSuite } from './src/run-suite.js';
import { suites } from './src/suites.js';

const named = process.argv.slice(2);
const unknown = named.filter((name) => !suites.some((suite) => suite.name === name));
if (unknown.length > 0) {
  console.error(
    `No suite ${unknown.join(', ')}. There are: ${suites.map((suite) => suite.name).join(', ')}.`,
  );
  process.exit(2);
}

const results = [];
for (const suite of suites) {
  if (named.length > 0 && !named.includes(suite.name)) continue;
  console.log(`\n── ${suite.name}`);
  results.push(runSuite(suite));
}

mkdirSync(join(root, 'reports'), { recursive: true });
writeFileSync(join(root, 'reports/summary.json'), JSON.stringify(results, null, 2));
console.log(`\n${formatSummary(results)}`);
process.exit(results.some((result) => result.failed > 0) ? 1 : 0);

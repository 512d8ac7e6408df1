// The closing lines of `.ci/run`, from reports/summary.json. No summary means that the run ended
// before its suites did: that counts as one failure.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../setup/run.mjs';
import { formatSummary } from './src/print.js';

const file = join(root, 'reports/summary.json');
const results = existsSync(file)
  ? JSON.parse(readFileSync(file, 'utf8'))
  : [
      {
        name: 'set-up',
        seconds: 0,
        passed: 0,
        failed: 1,
        skipped: 0,
        problems: ['the run ended before its suites'],
      },
    ];
console.log(formatSummary(results));
process.exit(results.some((result) => result.failed > 0) ? 1 : 0);

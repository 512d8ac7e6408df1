// For `pnpm check`: every row on every backend, as reports/conformance.json. Without corpora there is nothing to run, and it says so.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from '../setup/ensure-built.mjs';
import { root } from '../setup/run.mjs';

ensureBuilt('@convlens/conformance');
const { report } = await import('./src/report.js');
mkdirSync(join(root, 'reports'), { recursive: true });
const { results, failed } = await report(console.log);
writeFileSync(join(root, 'reports/conformance.json'), JSON.stringify({ results }));
process.exit(failed > 0 ? 1 : 0);

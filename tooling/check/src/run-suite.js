// Runs one suite: removes its old reports, runs its command, reads what it left.
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from '../../setup/run.mjs';
import { readResults, readTurboRun, readVitestReport, sum } from './read-report.js';
import { packagesWith } from './workspace.js';

/** Returns `{ name, seconds, passed, failed, skipped, problems }`. */
export function runSuite(suite) {
  const started = Date.now();
  const counts = suite.turbo ? runTurboSuite(suite) : runCommandSuite(suite);
  return { name: suite.name, seconds: Math.round((Date.now() - started) / 100) / 10, ...counts };
}

function runCommandSuite({ name, command, report }) {
  rmSync(join(root, report), { force: true });
  const [program, ...args] = command;
  const status = run(program === 'node' ? process.execPath : program, args);
  return withStatus(readResults(join(root, report), name), status, name);
}

function runTurboSuite({ name, turbo: task, reports }) {
  const packages = packagesWith(task);
  if (packages.length === 0)
    return { passed: 0, failed: 1, skipped: 0, problems: [`${name}: no package has it`] };
  const runs = join(root, '.turbo/runs');
  rmSync(runs, { recursive: true, force: true });
  if (reports !== 'run') for (const { folder } of packages) rmSync(join(folder, reports), { force: true });

  const turbo = join(root, 'node_modules/.bin/turbo');
  const flags = ['--continue', '--summarize', '--output-logs=new-only', '--log-order=grouped'];
  const status = run(turbo, ['run', task, ...flags], { shell: process.platform === 'win32' });

  const counts =
    reports === 'run'
      ? readTurboRun(
          onlySummary(runs),
          task,
          packages.map((each) => each.name),
        )
      : sum(packages.map((each) => readVitestReport(join(each.folder, reports), `${name} of ${each.name}`)));
  return withStatus(counts, status, name);
}

/** A command that failed although its reports are clean is a failure of its own. */
function withStatus(counts, status, name) {
  if (status === 0 || counts.failed > 0) return counts;
  return { ...counts, failed: 1, problems: [`${name}: ended with status ${status}`] };
}

function onlySummary(folder) {
  try {
    return JSON.parse(readFileSync(join(folder, readdirSync(folder)[0]), 'utf8'));
  } catch {
    return undefined;
  }
}

// Turns what a suite left behind into counts. A missing or unreadable report is one failure: a suite
// that says nothing must never look like a suite that passed.
import { existsSync, readFileSync } from 'node:fs';

/** Reads the JSON of Vitest: `{ numPassedTests, numFailedTests, numPendingTests, … }`. */
export function readVitestReport(file, name) {
  const report = readJson(file);
  if (typeof report?.numPassedTests !== 'number') return missing(name, file);
  const { numPassedTests: passed, numFailedTests, numPendingTests, numTodoTests = 0, success } = report;
  const skipped = numPendingTests + numTodoTests;
  // A file that does not load fails without a failed test; an empty run proves nothing.
  const failed = numFailedTests || (success && passed > 0 ? 0 : 1);
  return { passed, failed, skipped, problems: failed > 0 ? [`${name}: ${failed} failed`] : [] };
}

/** Reads our own form: `{ results: [{ name, status: 'passed' | 'failed' | 'skipped' }] }`. */
export function readResults(file, name) {
  const results = readJson(file)?.results;
  if (!Array.isArray(results) || results.length === 0) return missing(name, file);
  const passed = results.filter((result) => result.status === 'passed');
  const skipped = results.filter((result) => result.status === 'skipped');
  // Whatever is neither has failed.
  const failures = results.filter((result) => result.status !== 'passed' && result.status !== 'skipped');
  return {
    passed: passed.length,
    failed: failures.length,
    skipped: skipped.length,
    problems: failures.map((result) => `${name}: ${result.name} failed`),
  };
}

/** Reads a run summary of turbo: one result for each package that has the task. */
export function readTurboRun(summary, task, expectedPackages) {
  const exitCodes = new Map(
    (summary?.tasks ?? [])
      .filter((entry) => entry.task === task)
      .map((entry) => [entry.package, entry.execution?.exitCode]),
  );
  const failures = expectedPackages.filter((name) => exitCodes.get(name) !== 0);
  return {
    passed: expectedPackages.length - failures.length,
    failed: failures.length,
    skipped: 0,
    problems: failures.map((name) => `${task}: ${name} ${exitCodes.has(name) ? 'failed' : 'did not run'}`),
  };
}

/** Adds up counts. */
export function sum(counts) {
  const total = { passed: 0, failed: 0, skipped: 0, problems: [] };
  for (const count of counts) {
    total.passed += count.passed;
    total.failed += count.failed;
    total.skipped += count.skipped;
    total.problems.push(...count.problems);
  }
  return total;
}

function missing(name, file) {
  return { passed: 0, failed: 1, skipped: 0, problems: [`${name}: no report at ${file}`] };
}

function readJson(file) {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

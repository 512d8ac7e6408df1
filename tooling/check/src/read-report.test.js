import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatSummary } from './print.js';
import { readResults, readTurboRun, readVitestReport, sum } from './read-report.js';

const folder = mkdtempSync(join(tmpdir(), 'convlens-check-'));

function report(name, content) {
  const file = join(folder, name);
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

const clean = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 1, numTodoTests: 0, success: true };

describe('a report of Vitest', () => {
  test('counts what passed and what was skipped', () => {
    expect(readVitestReport(report('a.json', clean), 'unit')).toMatchObject({
      passed: 3,
      failed: 0,
      skipped: 1,
    });
  });

  test('that is missing is a failure', () => {
    expect(readVitestReport(join(folder, 'none.json'), 'unit')).toMatchObject({ passed: 0, failed: 1 });
  });

  test('that is cut short is a failure', () => {
    expect(readVitestReport(report('cut.json', '{"numPassed'), 'unit')).toMatchObject({
      passed: 0,
      failed: 1,
    });
  });

  test('of a run without a test is a failure', () => {
    expect(readVitestReport(report('empty.json', { ...clean, numPassedTests: 0 }), 'unit').failed).toBe(1);
  });

  test('of a file that did not load is a failure although no test failed', () => {
    expect(readVitestReport(report('load.json', { ...clean, success: false }), 'unit').failed).toBe(1);
  });

  test('names the suite whose tests failed', () => {
    const counts = readVitestReport(
      report('b.json', { ...clean, numFailedTests: 2, success: false }),
      'unit',
    );
    expect(counts).toMatchObject({ failed: 2, problems: ['unit: 2 failed'] });
  });
});

describe('a report of results', () => {
  test('counts one result a package and names the failed ones', () => {
    const results = [
      { name: 'packages/types', status: 'passed' },
      { name: 'packages/layers', status: 'failed' },
    ];
    expect(readResults(report('lint.json', { results }), 'lint')).toEqual({
      passed: 1,
      failed: 1,
      skipped: 0,
      problems: ['lint: packages/layers failed'],
    });
  });

  test('without a result is a failure', () => {
    expect(readResults(report('none-in.json', { results: [] }), 'lint').failed).toBe(1);
  });
});

describe('a run of turbo', () => {
  const summary = {
    tasks: [
      { task: 'typecheck', package: 'a', execution: { exitCode: 0 } },
      { task: 'typecheck', package: 'b', execution: { exitCode: 2 } },
      { task: 'generate', package: 'c', execution: { exitCode: 0 } },
    ],
  };

  test('counts the packages that ran the task', () => {
    expect(readTurboRun(summary, 'typecheck', ['a', 'b'])).toMatchObject({ passed: 1, failed: 1 });
  });

  test('fails a package that never ran', () => {
    expect(readTurboRun(summary, 'typecheck', ['a', 'c']).problems).toEqual(['typecheck: c did not run']);
  });

  test('without a summary fails every package', () => {
    expect(readTurboRun(undefined, 'typecheck', ['a', 'b']).failed).toBe(2);
  });
});

test('the last line is the sum over all suites', () => {
  const unit = { name: 'unit', seconds: 1.5, ...sum([readVitestReport(report('c.json', clean), 'unit')]) };
  const lint = { name: 'lint', seconds: 2, ...readResults(join(folder, 'none.json'), 'lint') };
  expect(formatSummary([unit, lint]).split('\n').at(-1)).toBe('3 passed, 1 failed, 1 skipped');
});

// The suites of `pnpm check`, in the order in which they run. A suite is a command and the reports
// that it must leave behind; a suite that leaves none has failed, whatever its exit status.
//
// - `turbo` suites run one task in every package that has it;
// - `reports: 'run'` counts one result a package, by the exit status of its task;
// - `reports: 'FILE'` reads that file, in Vitest's JSON form, from every package that has the task;
// - `command` suites write `{ results: [{ name, status }] }` to their `report`.

export const suites = [
  { name: 'typecheck', turbo: 'typecheck', reports: 'run' },
  { name: 'lint', command: ['node', 'tooling/eslint/lint.mjs'], report: 'reports/lint.json' },
  {
    name: 'boundaries',
    command: ['node', 'tooling/boundaries/boundaries.mjs'],
    report: 'reports/boundaries.json',
  },
  { name: 'build', turbo: 'build', reports: 'run' },
  { name: 'unit', turbo: 'test', reports: 'reports/test.json' },
  { name: 'browser', turbo: 'test:browser', reports: 'reports/browser.json' },
  { name: 'stories', turbo: 'test:stories', reports: 'reports/stories.json' },
  {
    name: 'conformance',
    command: ['node', 'tooling/conformance/ci.mjs'],
    report: 'reports/conformance.json',
  },
  { name: 'packages', command: ['node', 'tooling/packaging/check.mjs'], report: 'reports/packages.json' },
];

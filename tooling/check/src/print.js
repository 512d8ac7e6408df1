// What a person (and CI) reads at the end: a line a suite, what failed, and the closing line.

/** `suites` as `runSuite` returns them. */
export function formatSummary(suites) {
  const total = (key) => suites.reduce((sum, suite) => sum + suite[key], 0);
  const width = Math.max(...suites.map((suite) => suite.name.length));
  const lines = suites.map(
    ({ name, seconds, passed, failed, skipped }) =>
      `${name.padEnd(width)} ${seconds.toFixed(1).padStart(7)} s  ${passed} passed, ${failed} failed, ${skipped} skipped`,
  );
  const problems = suites.flatMap((suite) => suite.problems).map((problem) => `  ✗ ${problem}`);
  return [
    ...lines,
    ...problems,
    `${total('passed')} passed, ${total('failed')} failed, ${total('skipped')} skipped`,
  ].join('\n');
}

// One result of a check: what was looked at and whether it was right. Failures say why at once.

export function result(name, problems) {
  for (const problem of problems) console.log(`✗ ${name}: ${problem}`);
  return { name, status: problems.length === 0 ? 'passed' : 'failed' };
}

/** Runs `action`; an error that it throws is the problem. */
export async function resultOf(name, action) {
  try {
    await action();
    return result(name, []);
  } catch (error) {
    return result(name, [error.stderr || error.stdout || error.stack || String(error)]);
  }
}

/** Throws one error that says each of them once. */
export function throwIfAny(problems) {
  if (problems.length > 0) throw new Error([...new Set(problems)].join('\n'));
}

// Bytes against budgets: pure, over two tables by name.

/** A tenth to grow by, in whole hundreds. */
export const budgetsFor = (sizes) =>
  Object.fromEntries(
    Object.entries(sizes).map(([name, bytes]) => [name, Math.ceil((bytes * 1.1) / 100) * 100]),
  );

/** One sentence for each that is too large or has no budget. */
export function overrunsOf(sizes, budgets) {
  const problems = [];
  for (const [name, bytes] of Object.entries(sizes)) {
    const budget = budgets[name];
    if (budget === undefined) problems.push(`${name} has no budget: run check.mjs --write-sizes`);
    else if (bytes > budget)
      problems.push(`${name}: ${bytes} bytes, ${bytes - budget} over its budget of ${budget}`);
  }
  return problems;
}

/** Lines of a table, largest first. */
export function tableOf(sizes, budgets) {
  const width = Math.max(...Object.keys(sizes).map((name) => name.length));
  return Object.entries(sizes)
    .sort(([, a], [, b]) => b - a)
    .map(([name, bytes]) => `${name.padEnd(width)} ${digits(bytes)} of ${digits(budgets[name] ?? NaN)} bytes`)
    .join('\n');
}

const digits = (bytes) => bytes.toLocaleString('en').padStart(8);

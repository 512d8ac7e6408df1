/** Runs the rows of one corpus on one backend and counts. */
import { Runtime } from '@convlens/tensor-core';
import { assertSame } from './compare.js';
import { corporaFolder, isUnconfirmed, readCases } from './corpora.js';
import { Skip } from './skips.js';

/**
 * @returns `{ passed, skips: Map<reason, count>, details: Map<reason: detail, count>, failures: [{ id, message }] }`
 */
export async function runCorpus(corpus, backend, { filter = /./ } = {}) {
  const adapter = await import(`./adapters/${corpus.adapter}.js`);
  const runtime = new Runtime(backend);
  const result = { passed: 0, skips: new Map(), details: new Map(), failures: [] };
  for (const row of readCases(corpus)) {
    if (!filter.test(row.id)) continue;
    try {
      if (isUnconfirmed(row)) throw new Skip('unconfirmed');
      await runRow(adapter, row, { runtime, folder: corporaFolder() });
      result.passed++;
    } catch (error) {
      if (error instanceof Skip) count(result, error);
      else result.failures.push({ id: row.id, message: String(error?.message ?? error) });
    }
  }
  runtime.trim();
  return result;
}

/** An adapter either checks a row itself (`check`) or answers with outputs (`run`) that are compared here. */
async function runRow(adapter, row, context) {
  if (adapter.check) return adapter.check(row, context);
  const got = await adapter.run(row, context);
  if (row.y) {
    assertSame('y', got.y, row.y, row.tolerance);
    for (const [name, stored] of Object.entries(row.grads ?? {}))
      assertSame(`d${name}`, got.grads[name], stored, row.tolerance);
    return;
  }
  const expected = row.expected ?? Object.fromEntries(row.outputs.entries());
  for (const [name, stored] of Object.entries(expected)) assertSame(name, got[name], stored, row.tolerance);
}

function count({ skips, details }, { reason, message }) {
  skips.set(reason, (skips.get(reason) ?? 0) + 1);
  const key = message ? `${reason}: ${message}` : reason;
  details.set(key, (details.get(key) ?? 0) + 1);
}

/** The command: which backend, which rows, and what is printed. */
import { parseArgs } from 'node:util';
import { corpora, corporaExist, corporaFolder } from './corpora.js';
import { makeBackend } from './backends.js';
import { runCorpus } from './run-corpus.js';
import { skipReasons } from './skips.js';

const usage = `pnpm conformance [--backend reference|cpu] [--json] [--filter REGEX] [--corpus NAME] [--list-skips]

Runs the cases of other projects that lie at CONVLENS_CORPORA (default: ../shared/conformance) against a backend.
  --backend     reference (default) or cpu
  --json        end with one line of JSON
  --filter      only rows whose id matches
  --corpus      only this one: ${corpora.map(({ name }) => name).join(', ')}
  --list-skips  say what exactly was skipped`;

export async function main(args) {
  const { values } = parseArgs({
    args: args.filter((arg) => arg !== '--'),
    options: {
      backend: { type: 'string', default: 'reference' },
      json: { type: 'boolean', default: false },
      filter: { type: 'string', default: '.' },
      corpus: { type: 'string' },
      'list-skips': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    return 0;
  }
  if (!corporaExist()) {
    console.error(`No corpora at ${corporaFolder()}. Set CONVLENS_CORPORA to the folder that holds them.`);
    return 2;
  }
  const chosen = corpora.filter(({ name }) => values.corpus === undefined || name === values.corpus);
  if (chosen.length === 0) {
    console.error(`No corpus ${values.corpus}.\n\n${usage}`);
    return 2;
  }
  const backend = await makeBackend(values.backend);
  const { threads } = backend.report();
  const total = { passed: 0, failed: 0, skips: new Map() };
  for (const corpus of chosen) {
    const result = await runCorpus(corpus, backend, { filter: new RegExp(values.filter) });
    const skipped = [...result.skips.values()].reduce((sum, n) => sum + n, 0);
    console.log(
      `${corpus.name.padEnd(16)} ${result.passed} passed, ${result.failures.length} failed, ${skipped} skipped`,
    );
    for (const { id, message } of result.failures) console.log(`  FAIL ${id}: ${message.slice(0, 300)}`);
    if (values['list-skips'])
      for (const [what, n] of [...result.details].sort((a, b) => b[1] - a[1]))
        console.log(`  skip ${n} x ${what}`);
    total.passed += result.passed;
    total.failed += result.failures.length;
    for (const [reason, n] of result.skips) total.skips.set(reason, (total.skips.get(reason) ?? 0) + n);
  }
  const skips = [...total.skips].map(([reason, n]) => ({ reason: skipReasons[reason], count: n }));
  const skipped = skips.reduce((sum, skip) => sum + skip.count, 0);
  if (values.json)
    console.log(
      JSON.stringify({
        backend: values.backend,
        threads,
        passed: total.passed,
        failed: total.failed,
        skipped,
        skips,
      }),
    );
  else {
    for (const { reason, count } of skips) console.log(`skipped ${count}: ${reason}`);
    console.log(`${total.passed} passed, ${total.failed} failed, ${skipped} skipped`);
  }
  return total.failed > 0 ? 1 : 0;
}

/** Every corpus on every backend, row by row, for the summary of all suites. */
import { corpora, corporaExist } from './corpora.js';
import { backendNames, makeBackend } from './backends.js';
import { runCorpus } from './run-corpus.js';

/** Gates of the first release: fewer rows than this would mean that rows are skipped which should run. */
const atLeast = { webnn: 720, 'torch-grad': 100 };

/** @returns `{ results: [{ name, status }], failed }` */
export async function report(print) {
  const results = [];
  if (!corporaExist()) {
    print('No corpora here: only the runner itself is tested (tooling/conformance/test).');
    add(results, 1, 'corpora of other projects: not here', 'skipped');
  } else for (const name of backendNames) await runAll(name, print, results);
  return { results, failed: results.filter(({ status }) => status === 'failed').length };
}

async function runAll(name, print, results) {
  const backend = await makeBackend(name);
  const passed = {};
  for (const corpus of corpora) {
    const outcome = await runCorpus(corpus, backend);
    const group = corpus.name.startsWith('webnn/') ? 'webnn' : corpus.name;
    passed[group] = (passed[group] ?? 0) + outcome.passed;
    add(results, outcome.passed, `${name} ${corpus.name}`, 'passed');
    for (const { id, message } of outcome.failures) {
      print(`FAIL ${name} ${id}: ${message}`);
      add(results, 1, `${name} ${id}`, 'failed');
    }
    for (const [reason, count] of outcome.skips) {
      print(`${name} ${corpus.name}: skipped ${count} (${reason})`);
      add(results, count, `${name} ${corpus.name}: ${reason}`, 'skipped');
    }
  }
  for (const [group, count] of Object.entries(atLeast)) {
    const isEnough = (passed[group] ?? 0) >= count;
    print(`${name} ${group}: ${passed[group]} rows passed, at least ${count} must`);
    add(results, 1, `${name}: at least ${count} rows of ${group}`, isEnough ? 'passed' : 'failed');
  }
}

function add(results, count, name, status) {
  for (let i = 0; i < count; i++) results.push({ name, status });
}

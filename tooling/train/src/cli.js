// The command: options in, exit status out. Results go to standard output, everything on the way to standard error.
import { isAbsolute, join } from 'node:path';
import { loadDigits } from './data.js';
import { helpText, parseOptions, UsageError } from './options.js';
import { Progress } from './progress.js';
import { runReport, seedsReport } from './report.js';
import { trainOnce } from './run.js';

/** 0: done; 1: failed; 2: wrong options; 130: interrupted. */
export async function main(args, { stdout = process.stdout, stderr = process.stderr } = {}) {
  const interrupted = new AbortController();
  const interrupt = () => interrupted.abort();
  process.once('SIGINT', interrupt);
  try {
    const settings = parseOptions(args);
    if (settings.help) stdout.write(`${helpText()}\n`);
    else await trainAll(settings, { stdout, stderr, signal: interrupted.signal });
    return 0;
  } catch (error) {
    if (interrupted.signal.aborted) {
      stderr.write('\nInterrupted: nothing was saved of this run.\n');
      return 130;
    }
    if (error instanceof UsageError) {
      stderr.write(`${error.message}\npnpm train --help lists the options.\n`);
      return 2;
    }
    // Errors of the packages are written for people: op, expected, received, remedy.
    stderr.write(`${typeof error.code === 'string' ? error.message : (error.stack ?? error)}\n`);
    return 1;
  } finally {
    process.off('SIGINT', interrupt);
  }
}

async function trainAll(settings, { stdout, stderr, signal }) {
  const digits = await loadDigits(settings, signal);
  const results = [];
  for (const seed of settings.seeds) {
    if (settings.seeds.length > 1) stderr.write(`seed ${seed}\n`);
    const progress = new Progress(stderr, settings);
    const outcome = await trainOnce({ ...settings, seed, output: outputPath(settings, seed) }, digits, {
      signal,
      watch: (event, clock) => progress.hear(event, clock),
    });
    progress.end();
    results.push(outcome.result);
    (settings.json ? stderr : stdout).write(runReport(outcome));
    if (settings.json) stdout.write(`${JSON.stringify(outcome.result)}\n`);
  }
  if (results.length > 1) (settings.json ? stderr : stdout).write(seedsReport(results));
}

/** Relative to where the command was typed: pnpm runs scripts in the repository's root and keeps that folder in INIT_CWD. */
function outputPath({ output, model, permute }, seed) {
  const name = permute === undefined ? model : `${model}-permuted-${permute}`;
  const file = output.replaceAll('{model}', name).replaceAll('{seed}', String(seed));
  return isAbsolute(file) ? file : join(process.env.INIT_CWD ?? process.cwd(), file);
}

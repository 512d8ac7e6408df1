// `pnpm bench engine | page | elements [--json]`: builds what is out of date, then measures.
import { parseArgs } from 'node:util';
import { ensureBuilt } from '../setup/ensure-built.mjs';
import { must, run } from '../setup/run.mjs';

const { values, positionals } = parseArgs({
  args: process.argv.slice(2).filter((arg) => arg !== '--'),
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    seconds: { type: 'string' },
    minutes: { type: 'string' },
  },
});
const seconds = values.seconds === undefined ? {} : { seconds: Number(values.seconds) };
const minutes = values.minutes === undefined ? {} : { minutes: Number(values.minutes) };
const options = { json: values.json, ...seconds, ...minutes };

switch (positionals[0]) {
  case 'engine': {
    ensureBuilt('@convlens/bench');
    const { benchEngine } = await import('./engine/engine.mjs');
    await benchEngine(options);
    break;
  }
  case 'page': {
    must(
      run('pnpm', ['exec', 'turbo', 'run', 'build', '--filter=@convlens/docs', '--output-logs=errors-only']),
      'The build',
    );
    const { benchPage } = await import('./page/page.mjs');
    await benchPage(options);
    break;
  }
  case 'elements': {
    const built = ['live', 'pretrained', 'data-mnist'].map((name) => `--filter=@convlens/${name}`);
    must(run('pnpm', ['exec', 'turbo', 'run', 'build', ...built, '--output-logs=errors-only']), 'The build');
    const { benchElements } = await import('./elements/elements.mjs');
    await benchElements(options);
    break;
  }
  default:
    console.log('pnpm bench engine [--json]              training against the SIMD peak of this machine');
    console.log('pnpm bench page [--seconds N] [--json]  the page’s thread while it trains');
    console.log(
      'pnpm bench elements [--minutes N] [--json]  what elements cost: frames, pen, start, edits, memory',
    );
    process.exitCode = positionals.length === 0 ? 0 : 2;
}

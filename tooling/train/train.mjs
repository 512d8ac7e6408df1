// `pnpm train [options]`: builds what is out of date, then trains. `pnpm train --help` lists the options.
import { ensureBuilt } from '../setup/ensure-built.mjs';

ensureBuilt('@convlens/train');
const { main } = await import('./src/cli.js');
process.exitCode = await main(process.argv.slice(2));

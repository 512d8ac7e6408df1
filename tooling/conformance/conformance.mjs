// `pnpm conformance --backend reference|cpu [--json] [--filter REGEX] [--corpus NAME]`: builds what is out of date, then runs.
import { ensureBuilt } from '../setup/ensure-built.mjs';

ensureBuilt('@convlens/conformance');
const { main } = await import('./src/cli.js');
process.exit(await main(process.argv.slice(2)));

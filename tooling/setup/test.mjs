// `npm test`: set-up, then every check (`pnpm check`).
import { setUp } from './setup.mjs';

const pnpm = await setUp();
process.exit(pnpm(['run', '--silent', 'check', ...process.argv.slice(2)]));

// `npm run setup`: everything that the checks need (all packages, a Chromium), without running them.
import { pathToFileURL } from 'node:url';
import { checkNode } from './check-node.mjs';
import { prepareChromium } from './chromium.mjs';
import { preparePnpm } from './pnpm.mjs';
import { must } from './run.mjs';

/** Returns a function that runs pnpm with the browser's path set. */
export async function setUp() {
  checkNode();
  const pnpm = preparePnpm();
  must(pnpm(['install', '--frozen-lockfile', '--prefer-offline']), 'The installation');
  process.env.CHROMIUM_PATH = await prepareChromium();
  console.log(`Chromium: ${process.env.CHROMIUM_PATH}`);
  return pnpm;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await setUp();

// `pnpm bench elements`: what the elements cost the page, in a page made of the packed bundle. A measurement, not a test:
// machines differ, and so does what else they are doing.
import { cpus, loadavg } from 'node:os';
import { launchChromium } from '@convlens/browser';
import { root } from '../../setup/run.mjs';
import { serveFolder } from '../../setup/serve.mjs';
import { measureEdits } from './edits.js';
import { measureMemory } from './memory.js';
import { measureNewRecord } from './new-record.js';
import { describe } from './report.js';
import { measureStart } from './start.js';
import { measureStroke } from './stroke.js';

/** @param {{ minutes?: number, json?: boolean }} options */
export async function benchElements({ minutes = 1, json = false } = {}) {
  const { url, server } = await serveFolder(root, { firstPort: 4473 });
  server.prependListener('request', isolate);
  const browser = await launchChromium();
  const loadBefore = loadavg()[0];
  try {
    const result = {
      start: await measureStart(browser, url),
      newRecord: await measureNewRecord(browser, url),
      stroke: await measureStroke(browser, url),
      edits: await measureEdits(browser, url),
      memory: await measureMemory(browser, url, minutes),
      machine: { cpus: cpus().length, model: cpus()[0]?.model, loadBefore, loadAfter: loadavg()[0] },
      browser: browser.version(),
    };
    console.log(json ? JSON.stringify(result) : describe(result));
  } finally {
    await browser.close();
    server.close();
  }
}

/** Without these headers no browser says how much memory a page holds. */
function isolate(_request, response) {
  response.setHeader('cross-origin-opener-policy', 'same-origin');
  response.setHeader('cross-origin-embedder-policy', 'require-corp');
}

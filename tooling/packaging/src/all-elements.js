// All elements on one page (consumer/elements.html), with data, opened and with their tables: nothing that the strictest policy
// refuses, and no name in their data that is more than text. In both the page then does on purpose what must not happen.
/* global document, PointerEvent -- in the page, not here */
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../setup/run.mjs';
import { serveFolder } from '../../setup/serve.mjs';
import { resultOf, throwIfAny } from './results.js';
import { hashOf, serveStrictly, strictPolicy } from './strict-policy.js';
import { watchPage } from './watched-page.js';

/** Elements that write names of layers or classes: the page must show them. */
const writers = [
  ...[
    'activation',
    'cell',
    'confusion-matrix',
    'dataset-grid',
    'dense',
    'feature-maps',
    'flatten',
    'histogram',
  ],
  ...[
    'kernels',
    'layer-table',
    'network',
    'pooling',
    'probabilities',
    'softmax',
    'training-controls',
    'model',
  ],
].map((noun) => `cnn-${noun}`);

/** `folder` has the tarballs installed. */
export async function checkAllElements(folder, browser) {
  for (const file of ['elements.html', 'elements.js'])
    copyFileSync(join(root, 'tooling/packaging/consumer', file), join(folder, file));
  return [
    await resultOf('all elements under a strict policy', () => underPolicy(folder, browser)),
    await resultOf('all elements with scripts for names', () => withScriptsForNames(folder, browser)),
  ];
}

async function underPolicy(folder, browser) {
  const { url, server, reports } = await serveStrictly(folder, strictPolicy());
  try {
    const { problems, violations } = await watchPage(
      browser,
      new URL('elements.html', url).href,
      async (page, seen) => {
        await allThere(page);
        await touchEach(page);
        await canary(page, () => seen.violations.length > 0 && reports.length > 0);
      },
    );
    throwIfAny(problems.filter((text) => !isExpected(text) && !text.includes(hashOf(canaryStyle))));
    // One event and one report, the canary's.
    if (violations.length !== 1 || reports.length !== 1)
      throwIfAny(['expected one', ...violations, ...reports]);
  } finally {
    server.close();
  }
}

async function withScriptsForNames(folder, browser) {
  const { url, server } = await serveFolder(folder, { firstPort: 4440 });
  try {
    const { problems } = await watchPage(
      browser,
      new URL('elements.html?names=scripts', url).href,
      async (page) => {
        await allThere(page);
        await touchEach(page);
        const shown = await page.evaluate(tagsThatShowScripts);
        const missing = writers.filter((tag) => !shown.includes(tag));
        expectEqual('elements that should show a name and do not', missing.join(' '), '');
        await canary(page, async () => (await scriptsThatRan(page)) > 0);
        expectEqual('scripts that ran, of the canary alone', await scriptsThatRan(page), 1);
      },
    );
    throwIfAny(problems.filter((text) => !isExpected(text)));
  } finally {
    server.close();
  }
}

/** As consumer/elements.js sets it: the browser names the hash of what it refuses. */
const canaryStyle = 'color: red';

/** The page asks for a model file that is not there, on purpose, and the canary for a picture. */
const isExpected = (text) => /status of 404/.test(text);

async function allThere(page) {
  await page.locator('body[data-tags]').waitFor({ timeout: 30_000 });
  const tags = (await page.locator('body').getAttribute('data-tags')).split(' ');
  if (tags.length < 12) throw new Error(`expected all elements, found ${tags.join(' ')}`);
}

/** Points at every picture and presses every button, so that what opens is open and what is written at a pointer is written. */
async function touchEach(page) {
  await page.evaluate(() => {
    for (const { shadowRoot } of document.querySelectorAll('main > *')) {
      for (const picture of shadowRoot.querySelectorAll('canvas, [role="img"]')) {
        const { left, top, width, height } = picture.getBoundingClientRect();
        const at = { clientX: left + width / 2, clientY: top + height / 2, bubbles: true, composed: true };
        picture.dispatchEvent(new PointerEvent('pointermove', at));
      }
      for (const button of shadowRoot.querySelectorAll('button')) button.click();
    }
  });
}

/** The page does what must not happen; whatever happened before has been noticed by the time that this is. */
async function canary(page, isNoticed) {
  await page.evaluate(() => document.dispatchEvent(new Event('canary')));
  for (let waited = 0; waited < 15_000 && !(await isNoticed()); waited += 200) await page.waitForTimeout(200);
}

const scriptsThatRan = (page) => page.evaluate(() => globalThis.ran ?? 0);

/** In the page. */
const tagsThatShowScripts = () =>
  [...document.querySelectorAll('main > *')]
    .filter(({ shadowRoot }) => shadowRoot.textContent.includes('<img src=x onerror='))
    .map(({ localName }) => localName);

function expectEqual(what, found, expected) {
  if (found !== expected) throw new Error(`${what}: expected ${expected}, got ${found}`);
}

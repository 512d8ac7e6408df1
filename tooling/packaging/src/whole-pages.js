// Whole pages without a line of script beyond their script tags, as a newcomer writes them: one classic script, the bundled module, an
// import map, a Vite build. In each a digit that the mouse draws is read; where there is a server, under the strictest policy.
/* global document -- in the page, not here */
import { copyFileSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../../setup/run.mjs';
import { productionBuild } from './production-build.js';
import { resultOf, throwIfAny } from './results.js';
import { hashOf, serveStrictly, strictPolicy } from './strict-policy.js';
import { watchPage } from './watched-page.js';

const consumer = (file) => join(root, 'tooling/packaging/consumer', file);

/** One result a page. `folder` has the tarballs installed. */
export async function checkWholePages(folder, browser) {
  for (const file of ['page.html', 'import-map.html', 'import-map.js', 'classic.html'])
    copyFileSync(consumer(file), join(folder, file));
  const importMap = /<script type="importmap">([^]*?)<\/script>/.exec(
    readFileSync(consumer('import-map.html'), 'utf8'),
  )[1];
  const over = (file, options) => () => readOverHttp(browser, { folder, file, ...options });
  return [
    await resultOf('bundled module', over('page.html')),
    await resultOf('import map', over('import-map.html', { hashes: [hashOf(importMap)] })),
    await resultOf('classic script', over('classic.html')),
    await resultOf('Vite build', async () =>
      readOverHttp(browser, { folder: await viteBuild(folder), file: 'index.html' }),
    ),
    await resultOf('classic script, without WebAssembly', () => readWithoutWasm(browser, folder)),
    await resultOf('classic script, double-clicked', () => readFromDisk(browser, folder)),
    await resultOf('classic script, weights last', () => readWithScriptsLast(browser, folder)),
    await resultOf('classic script, double-clicked, blobs refused', () => readWithoutBlobs(browser, folder)),
  ];
}

/** The page reads a digit in a worker, with fast kernels, and nobody reports anything. */
async function readOverHttp(browser, { folder, file, hashes }) {
  const { url, server, reports } = await serveStrictly(folder, strictPolicy({ hashes }));
  try {
    const { problems, violations } = await watchPage(browser, new URL(file, url).href, async (page) => {
      await expectSeven(page);
      expectState(await stateOf(page), { way: 'module-worker', isFast: true });
    });
    throwIfAny([...problems, ...violations, ...reports]);
  } finally {
    server.close();
  }
}

/** Without `'wasm-unsafe-eval'` the same answer comes from the reference kernels, and the page says so. */
async function readWithoutWasm(browser, folder) {
  const page = readFileSync(consumer('classic.html'), 'utf8');
  const controls = '<cnn-training-controls></cnn-training-controls></cnn-model>';
  writeFileSync(join(folder, 'without-wasm.html'), page.replace('</cnn-model>', controls));
  const { url, server } = await serveStrictly(folder, strictPolicy({ wasm: false }));
  try {
    const { problems, violations } = await watchPage(
      browser,
      new URL('without-wasm.html', url).href,
      async (page) => {
        await expectSeven(page);
        expectState(await stateOf(page), { way: 'module-worker', isFast: false });
        await page.getByText('slowly: this page or this browser allows no WebAssembly').waitFor();
      },
    );
    // What the browser itself says of the refusal is not ours: it comes from the worker.
    throwIfAny([...problems, ...violations].filter((text) => !/wasm|WebAssembly/i.test(text)));
  } finally {
    server.close();
  }
}

/** From the disk modules and `fetch` are refused: weights and engine come out of the two scripts. */
async function readFromDisk(browser, folder) {
  const address = pathToFileURL(join(folder, 'classic.html')).href;
  const { problems } = await watchPage(browser, address, async (page) => {
    await expectSeven(page);
    expectState(await stateOf(page), { way: 'blob-worker', isFast: true });
  });
  throwIfAny(problems);
}

/** The model is there, and looks for its file, before the script that brings the file has run. */
async function readWithScriptsLast(browser, folder) {
  const page = readFileSync(consumer('classic.html'), 'utf8');
  const scripts = page.match(/<script src=.*<\/script>/g).join('');
  const last = page.replace(/<script src=.*<\/script>/g, '').replace('</body>', `${scripts}</body>`);
  writeFileSync(join(folder, 'scripts-last.html'), last);
  const address = pathToFileURL(join(folder, 'scripts-last.html')).href;
  const { problems } = await watchPage(browser, address, expectSeven);
  throwIfAny(problems);
}

async function readWithoutBlobs(browser, folder) {
  const policy = `<meta http-equiv="Content-Security-Policy" content="worker-src 'none'" />`;
  const page = readFileSync(consumer('classic.html'), 'utf8').replace('<head>', `<head>${policy}`);
  writeFileSync(join(folder, 'without-blobs.html'), page);
  const address = pathToFileURL(join(folder, 'without-blobs.html')).href;
  const { problems } = await watchPage(browser, address, async (page) => {
    await expectSeven(page);
    expectState(await stateOf(page), { way: 'page', isFast: true });
  });
  throwIfAny(problems.filter((text) => !/worker-src/.test(text)));
}

/** consumer/vite built as a user of Vite builds; resolves to the folder of what came out. */
async function viteBuild(folder) {
  const source = join(folder, 'vite-page');
  cpSync(consumer('vite'), source, { recursive: true });
  mkdirSync(join(source, 'public'), { recursive: true });
  const weights = 'node_modules/@convlens/pretrained/weights/seed-network.safetensors';
  copyFileSync(join(folder, weights), join(source, 'public/seed-network.safetensors'));
  await productionBuild({ root: source });
  return join(source, 'dist');
}

/** Draws a 7 and waits until the network's picture says what the network holds it for. */
async function expectSeven(page) {
  const pad = page.locator('cnn-draw-pad');
  await pad.waitFor();
  await page.evaluate(networkIsThere);
  const { x, y, width, height } = await pad.boundingBox();
  const at = (across, down) => [x + width * across, y + height * down];
  await page.mouse.move(...at(0.32, 0.25));
  await page.mouse.down();
  await page.mouse.move(...at(0.66, 0.25), { steps: 8 });
  await page.mouse.move(...at(0.46, 0.78), { steps: 12 });
  await page.mouse.up();
  await page
    .locator('cnn-network')
    .getByLabel(/The network reads 7 with/)
    .waitFor({ state: 'attached', timeout: 20_000 });
}

/** In the page. */
const networkIsThere = () => {
  const model = document.querySelector('cnn-model');
  return new Promise((resolve, reject) => {
    if (model.session?.state.current) return resolve();
    model.addEventListener('cnn-model-ready', () => resolve());
    model.addEventListener('cnn-model-error', ({ error }) => reject(error));
  });
};

const stateOf = (page) => page.evaluate(() => document.querySelector('cnn-model').session.state.current);

function expectState({ engine, backend, weights }, { way, isFast }) {
  const found = { way: engine.way, isFast: backend.refused === undefined, weights };
  const expected = { way, isFast, weights: 'loaded' };
  if (JSON.stringify(found) !== JSON.stringify(expected))
    throw new Error(
      `expected ${JSON.stringify(expected)}, got ${JSON.stringify({ ...found, engine, backend })}`,
    );
}

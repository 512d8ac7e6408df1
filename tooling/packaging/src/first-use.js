// What a newcomer does first with the installed packages: the program at the top of the architecture
// page, in Node and under the type checker, and a page without any build step that reads a drawn digit.
/* global document -- in the page, not here */
import { copyFileSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../setup/run.mjs';
import { serveFolder } from '../../setup/serve.mjs';
import { runModule } from './consumer.js';
import { asJavaScript, firstBlock, shortened } from './program.js';
import { resultOf } from './results.js';
import { runTool } from './run-tool.js';

function program() {
  return firstBlock(readFileSync(join(root, 'docs/architecture.md'), 'utf8'));
}

/** The program prints a finite loss for every step and saves its model. */
export function checkFirstProgram(folder) {
  return resultOf('first program', () => {
    const { language, code } = program();
    const output = runModule(folder, 'first-program.mjs', asJavaScript({ language, code: shortened(code) }));
    const losses = output
      .trim()
      .split('\n')
      .map((line) => Number(line.split(' ')[1]));
    if (losses.length < 2 || !losses.every(Number.isFinite))
      throw new Error(`expected two steps and their losses, got:\n${output}`);
    if (statSync(join(folder, 'digits.safetensors')).size < 105_194 * 4)
      throw new Error('digits.safetensors is too small');
  });
}

/** The same program under `tsc --strict`, with the declarations of the packages checked too. */
export function checkTypes(folder) {
  return resultOf('first program, types', () => {
    writeFileSync(join(folder, 'first-program.ts'), program().code);
    const lib = 'ES2022,ESNext.Disposable,DOM,DOM.Iterable';
    const options = ['--noEmit', '--strict', '--target', 'ES2022', '--module', 'nodenext', '--lib', lib];
    const tsc = join(root, 'tooling/packaging/node_modules/.bin/tsc');
    runTool(tsc, [...options, 'first-program.ts'], { cwd: folder });
  });
}

/** consumer/page.html, served by a plain file server, reads a digit that the mouse draws. */
export function checkPlainPage(folder, browser) {
  return plainPageSays(folder, browser, { file: 'page.html', act: drawOne, expected: '1' });
}

/** consumer/program.html trains for ten steps from the bundled module of `convlens`. */
export function checkBundledProgram(folder, browser) {
  return plainPageSays(folder, browser, { file: 'program.html', expected: '10, loss lower' });
}

/** What the page's `#said` says in the end is what was expected, and nothing was thrown on the way. */
function plainPageSays(folder, browser, { file, act = () => {}, expected }) {
  return resultOf(`plain page ${file}`, async () => {
    copyFileSync(join(root, 'tooling/packaging/consumer', file), join(folder, file));
    const { url, server } = await serveFolder(folder, { firstPort: 4400 });
    const page = await browser.newPage();
    const errors = [];
    page.on('pageerror', (error) => errors.push(error.stack ?? String(error)));
    try {
      await page.goto(new URL(file, url).href);
      await act(page);
      const said = await page.waitForFunction(() => document.querySelector('#said')?.textContent, null, {
        timeout: 20_000,
      });
      const text = await said.jsonValue();
      if (text !== expected) errors.push(`expected “${expected}”, the page says “${text}”`);
    } catch (error) {
      errors.push(String(error));
    } finally {
      await page.close();
      server.close();
    }
    if (errors.length > 0) throw new Error(errors.join('\n'));
  });
}

/** A vertical stroke in the middle of the pad. */
async function drawOne(page) {
  const pad = page.locator('cnn-draw-pad');
  await pad.waitFor();
  const { x, y, width, height } = await pad.boundingBox();
  await page.mouse.move(x + width / 2, y + height * 0.2);
  await page.mouse.down();
  await page.mouse.move(x + width / 2, y + height * 0.8, { steps: 12 });
  await page.mouse.up();
}

// What a newcomer does first with the installed packages: the program at the top of the architecture
// page, in Node and under the type checker, and a page without any build step that trains.
import { copyFileSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../setup/run.mjs';
import { serveFolder } from '../../setup/serve.mjs';
import { runModule } from './consumer.js';
import { asJavaScript, firstBlock, shortened } from './program.js';
import { resultOf, throwIfAny } from './results.js';
import { runTool } from './run-tool.js';
import { watchPage } from './watched-page.js';

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

/** consumer/program.html trains for ten steps from the bundled module of `convlens`. */
export function checkBundledProgram(folder, browser) {
  return resultOf('plain page that trains', async () => {
    copyFileSync(join(root, 'tooling/packaging/consumer/program.html'), join(folder, 'program.html'));
    const { url, server } = await serveFolder(folder, { firstPort: 4400 });
    try {
      const { problems } = await watchPage(browser, new URL('program.html', url).href, (page) =>
        page.locator('#said', { hasText: /^10, loss lower$/ }).waitFor({ timeout: 20_000 }),
      );
      throwIfAny(problems);
    } finally {
      server.close();
    }
  });
}

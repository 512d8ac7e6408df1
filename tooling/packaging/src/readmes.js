// The first code block of each README runs: in Node, or in Chromium for packages that draw.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runModule } from './consumer.js';
import { runPage } from './page.js';
import { asJavaScript, firstBlock, shortened } from './program.js';
import { result, resultOf } from './results.js';

const withoutCode = ['@convlens/types'];

/** One result a package. `browser` is Playwright's, `server` a Vite server over `folder`. */
export async function checkReadmes(folder, packed, browser, server) {
  const results = [];
  for (const { name, folder: source, manifest } of packed) {
    if (withoutCode.includes(name)) continue;
    const title = `README of ${name}`;
    const file = join(source, 'README.md');
    const block = existsSync(file) ? firstBlock(readFileSync(file, 'utf8')) : undefined;
    if (!block) results.push(result(title, ['has no js, ts or html block']));
    else results.push(await resultOf(title, () => runBlock(block, drawsIn(manifest))));
  }
  return results;

  function runBlock(block, inBrowser) {
    if (block.language === 'html') return runPage(folder, block.code, browser, server);
    const code = asJavaScript({ ...block, code: shortened(block.code) });
    if (!inBrowser) return runModule(folder, 'readme.mjs', code);
    return runPage(folder, `<script type="module">${code}</script>`, browser, server);
  }
}

function drawsIn(manifest) {
  return 'lit' in (manifest.dependencies ?? {});
}

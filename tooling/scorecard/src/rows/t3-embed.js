// One lab on a slide: one script and one tag, at every width, in a sandboxed frame too.
/* global document -- in the page, not here */
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serveFolder } from '../../../setup/serve.mjs';
import { marked } from '../mark.js';
import { read } from '../numbers.js';

export const task = 'put one lab on a slide or in a learning platform';

const widths = [320, 480, 768, 1280, 1920];
const bundle = fileURLToPath(
  new URL('../../../../packages/live/dist/bundle/convlens.global.js', import.meta.url),
);
const slide = '<script src="convlens.global.js"></script>\n<cnn-convolution></cnn-convolution>\n';

export async function measure(site) {
  const folder = mkdtempSync(join(tmpdir(), 'slide-'));
  mkdirSync(join(folder, 'frame'), { recursive: true });
  copyFileSync(bundle, join(folder, 'convlens.global.js'));
  writeFileSync(
    join(folder, 'slide.html'),
    `<!doctype html><meta name="viewport" content="width=device-width">\n${slide}`,
  );
  const framed = (src) =>
    `<!doctype html><iframe sandbox="allow-scripts" src="${src}" width="800" height="900"></iframe>`;
  writeFileSync(join(folder, 'framed.html'), framed('slide.html'));
  writeFileSync(join(folder, 'lab.html'), framed(new URL('embed/verdict.html', site.url).href));
  const { url, server } = await serveFolder(folder, { firstPort: 4860 });
  try {
    const wide = [];
    for (const width of widths)
      for (const address of [new URL('slide.html', url).href, new URL('embed/verdict.html', site.url).href]) {
        const visitor = await site.visit(address, { viewport: { width, height: 800 } });
        await visitor.page.locator('cnn-convolution, cnn-flatten').locator('canvas').first().waitFor();
        await visitor.page.waitForTimeout(300);
        const over = await visitor.page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        if (over > 0) wide.push(`${width}: ${over} px`);
        await visitor.leave();
      }
    const slideInFrame = await edits(site, new URL('framed.html', url).href);
    const labInFrame = await answers(site, new URL('lab.html', url).href, false);
    const labAllowed = await answers(site, new URL('lab.html', url).href, true);
    return marked(slideInFrame, [
      [true, '1 script line and 1 tag'],
      [
        wide.length === 0,
        `sideways scroll at ${wide.length === 0 ? 'none' : wide.join(', ')} of ${widths.join(', ')} px, element and bare lab page`,
      ],
      [
        slideInFrame,
        `in <iframe sandbox="allow-scripts"> the element ${slideInFrame ? 'computes what is edited' : 'does not work'}`,
      ],
      [
        labInFrame || labAllowed,
        `a bare lab page in that frame ${labInFrame ? 'works' : `does not start from a server that allows no other origins (its scripts are modules), and ${labAllowed ? 'works' : 'does not start'} from one that sends access-control-allow-origin: *`}`,
      ],
    ]);
  } finally {
    server.close();
    rmSync(folder, { recursive: true });
  }
}

/** Whether the sum follows an edit. */
async function edits(site, address) {
  const visitor = await site.visit(address);
  const lab = visitor.page.frameLocator('iframe').locator('cnn-convolution');
  const equation = lab.locator('[part="equation"] b');
  await equation.waitFor();
  const before = read((await equation.textContent()).replace('=', ''));
  await lab.getByRole('textbox', { name: 'Weight [1, 1]' }).fill('100');
  await lab.getByRole('textbox', { name: 'Weight [1, 1]' }).press('Enter');
  await visitor.page.waitForTimeout(500);
  const after = read((await equation.textContent()).replace('=', ''));
  await visitor.leave();
  return !Number.isNaN(after) && after !== before;
}

/** Whether the lab comes up. @param isAllowed Whether the server lets pages of other origins read its files. */
async function answers(site, address, isAllowed) {
  const visitor = await site.visit('404.html');
  if (isAllowed)
    await visitor.page.context().route('**/*', async (route) => {
      const response = await route.fetch();
      const headers = { ...response.headers(), 'access-control-allow-origin': '*' };
      await route.fulfill({ response, headers });
    });
  await visitor.page.goto(address);
  const isThere = await visitor.page
    .frameLocator('iframe')
    .locator('cnn-flatten [part="sum"]')
    .waitFor({ timeout: 15_000 })
    .then(
      () => true,
      () => false,
    );
  await visitor.leave();
  return isThere;
}

// `pnpm pictures`: contact sheets of every story and every page of the site, light and dark, 1440 and 360 px wide, into docs/gallery.
// They are looked at, not compared: no test reads them. Storybook and the site must have been built (pnpm build); other folders
// are named with --storybook and --site.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { launchChromium } from '../browser/index.js';
import { serveFolder } from '../setup/serve.mjs';
import { drawSheet } from './src/draw-sheet.js';
import { divide, names } from './src/sheets.js';
import { pagesIn, storiesIn } from './src/subjects.js';
import { takePages, takeStories } from './src/take.js';

/** Sheets, and what all of them may weigh. */
const most = { sheets: 10, bytes: 3_000_000 };
const sheetsOfPages = 2;

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const { values: folders } = parseArgs({
  options: {
    storybook: { type: 'string', default: join(root, 'apps/storybook/storybook-static') },
    site: { type: 'string', default: join(root, 'apps/docs/.vitepress/dist') },
    out: { type: 'string', default: join(root, 'docs/gallery') },
  },
});
for (const folder of [folders.storybook, folders.site])
  if (!existsSync(join(folder, 'index.html'))) {
    console.error(`pictures: expected a build in ${folder}, received nothing. Run pnpm build first.`);
    process.exit(1);
  }

const shots = mkdtempSync(join(tmpdir(), 'pictures-'));
const browser = await launchChromium();
const servers = [];
const serve = async (folder) => {
  const { url, server } = await serveFolder(folder, { firstPort: 4730 });
  servers.push(server);
  return url;
};
try {
  const storybook = await serve(folders.storybook);
  const stories = storiesIn(await (await fetch(`${storybook}index.json`)).json());
  const pages = pagesIn(folders.site);
  console.log(`${stories.length} stories and ${pages.length} pages, each light and dark, at two widths`);
  const site = await serve(folders.site);
  await Promise.all([
    takeStories(browser, storybook, stories, shots),
    takePages(browser, site, pages, shots),
  ]);

  const sheets = [
    ...divide(stories, most.sheets - sheetsOfPages).map((subjects) => ({ of: 'elements', subjects })),
    ...divide(pages, sheetsOfPages).map((subjects) => ({ of: 'pages', subjects })),
  ];
  mkdirSync(folders.out, { recursive: true });
  for (const old of readdirSync(folders.out)) if (old.endsWith('.jpg')) rmSync(join(folders.out, old));
  const url = await serve(shots);
  for (const [index, name] of names(sheets).entries()) {
    const { jpeg, quality } = await drawSheet(browser, url, sheets[index], name, most.bytes / most.sheets);
    writeFileSync(join(folders.out, `${name}.jpg`), jpeg);
    console.log(
      `${name}.jpg: ${sheets[index].subjects.length} subjects, ${Math.round(jpeg.length / 1000)} kB at quality ${quality}`,
    );
  }
  const bytes = readdirSync(folders.out).reduce(
    (sum, file) => sum + statSync(join(folders.out, file)).size,
    0,
  );
  console.log(`${sheets.length} sheets, ${(bytes / 1e6).toFixed(2)} MB in ${folders.out}`);
} finally {
  await browser.close();
  for (const server of servers) server.close();
  rmSync(shots, { recursive: true, force: true });
}

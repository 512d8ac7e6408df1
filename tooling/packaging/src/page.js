// Shows a piece of HTML in Chromium as a Vite user would have it, and finds what went wrong.
/* global customElements -- in the page, not here */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Throws when the page logs an error, or when a `cnn-` element of it is undefined or has no size. */
export async function runPage(folder, html, browser, server) {
  writeFileSync(
    join(folder, 'readme.html'),
    `<!doctype html><html lang="en"><body>\n${html}\n</body></html>`,
  );
  const page = await browser.newPage();
  const errors = [];
  page.on('pageerror', (error) => errors.push(error.stack ?? String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.location().url.endsWith('favicon.ico'))
      errors.push(message.text());
  });
  try {
    await page.goto(new URL('/readme.html', server.resolvedUrls.local[0]).href, { waitUntil: 'networkidle' });
    await page.waitForTimeout(500);
    const dead = await page.$$eval('*', (all) =>
      all
        .filter((element) => element.localName.startsWith('cnn-'))
        .filter(
          (element) => !customElements.get(element.localName) || element.getBoundingClientRect().width === 0,
        )
        .map((element) => element.localName),
    );
    if (dead.length > 0) errors.push(`undefined or without size: ${dead.join(', ')}`);
  } finally {
    await page.close();
  }
  if (errors.length > 0) throw new Error(errors.join('\n'));
}

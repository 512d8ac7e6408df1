// The file on each element's page, pasted as it stands there: it shows the element, and nothing goes wrong.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import elements from '../pages/elements.data.js';
import { elementsScript, pasteOf, weightsScript } from '../pages/elements/paste.js';
import { openSite } from './visit.js';

const site = await openSite();
afterAll(() => site.close());

/** What the addresses of the scripts lead to, once the packages are published. */
const published: Readonly<Record<string, string>> = {
  [elementsScript]: '../node_modules/@convlens/live/dist/bundle/convlens.global.js',
  [weightsScript]: '../node_modules/@convlens/pretrained/dist/seed-network.global.js',
};
const files = new Map(
  Object.entries(published).map(([address, path]) => [
    address,
    readFileSync(fileURLToPath(new URL(path, import.meta.url)), 'utf8'),
  ]),
);

describe('the file to paste', () => {
  it.each(elements.load().map(({ tag }) => tag))('%s stands on its page, and works', async (tag) => {
    const context = await site.browser.newContext();
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('pageerror', ({ message }) => complaints.push(message));
    page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));

    const html = await (await fetch(new URL(`/elements/${tag}`, site.url))).text();
    const code = codeOf(html);
    expect(code).toBe(pasteOf(tag).trim());

    const address = 'http://paste.test/';
    await page.route('**', (route) => {
      const url = route.request().url();
      const body = url === address ? code : files.get(url);
      if (body === undefined) return route.abort();
      const contentType = url === address ? 'text/html; charset=utf-8' : 'text/javascript; charset=utf-8';
      return route.fulfill({ body, contentType });
    });
    await page.goto(address);
    const shown = page.locator(tag).first();
    await expect
      .poll(() => shown.evaluate(({ shadowRoot }) => shadowRoot?.textContent?.trim().length ?? 0))
      .toBeGreaterThan(10);
    expect(
      await shown.evaluate(({ shadowRoot }) => shadowRoot!.querySelectorAll('[role="alert"]').length),
    ).toBe(0);
    expect(complaints).toEqual([]);
    await context.close();
  });
});

/** The text of the first block of HTML. */
function codeOf(page: string): string {
  const marked = /<div class="language-html[^]*?<code[^>]*>([^]*?)<\/code>/.exec(page)?.[1] ?? '';
  const signs: Readonly<Record<string, string>> = {
    lt: '<',
    gt: '>',
    amp: '&',
    quot: '"',
    '#39': "'",
    '#x3C': '<',
    '#x26': '&',
  };
  return marked
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(#?\w+);/g, (sign, name: string) => signs[name] ?? sign)
    .trim();
}

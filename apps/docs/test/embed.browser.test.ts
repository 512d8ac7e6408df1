// The bare pages of the labs: under the strictest policy nothing is refused, nothing is said and nothing leaves the origin.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { policy } from '../embed/bare-page.js';
import { readLessons } from '../labs/lessons.js';
import { openSite, settled } from './visit.js';

const site = await openSite();
afterAll(() => site.close());

interface Watched {
  readonly violations: string[];
}

/** Writes down every report of the policy, from before the first script runs. */
const watchPolicy = () => {
  const watched = window as unknown as { violations: string[] };
  watched.violations = [];
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
    watched.violations.push(`${violatedDirective}: ${blockedURI} ${sample}`);
  });
};
const watched = (path: string) =>
  site.visit(path, { viewport: { width: 360, height: 740 } }, (page) => page.addInitScript(watchPolicy));
const violations = (page: Page) => page.evaluate(() => (window as unknown as Watched).violations);

describe('a bare page', () => {
  it.each(readLessons().map(({ name }) => name))(
    '%s starts under its policy without a report',
    async (name) => {
      const { page, complaints, close } = await watched(`/embed/${name}.html`);
      expect(await page.locator('meta[http-equiv]').getAttribute('content')).toBe(policy);
      await settled(page);
      // Every element has come up and has something to say.
      const silent = await page.evaluate(() =>
        [...document.querySelectorAll('.lab-place *')]
          .filter(({ localName }) => localName.startsWith('cnn-') && localName !== 'cnn-model')
          .filter(({ shadowRoot }) => !shadowRoot?.textContent?.trim())
          .map(({ localName }) => localName),
      );
      expect(silent).toEqual([]);
      expect(await page.locator('[role="alert"]').count()).toBe(0);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
      expect(await violations(page)).toEqual([]);
      expect(complaints).toEqual([]);
      await close();
    },
  );

  it('would report what its policy forbids', async () => {
    const { page, close } = await watched('/embed/numbers.html');
    await page.evaluate(() => {
      const style = document.createElement('style');
      style.textContent = 'p { color: red }';
      document.head.append(style);
      try {
        document.body.innerHTML = '<p></p>';
      } catch {
        // Refused, as it should be.
      }
    });
    await expect.poll(async () => (await violations(page)).length).toBe(2);
    await close();
  });
});

describe('the snippet of a lab page', () => {
  const host = createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><html lang="en"><title>Somebody’s page</title>${snippet}</html>`);
  });
  let snippet = '';
  beforeAll(() => new Promise<void>((resolve) => void host.listen(0, '127.0.0.1', resolve)));
  afterAll(() => void host.close());

  it('is copied, and shows the lab in a page of another origin', async () => {
    const { page, close } = await site.visit('/labs/neuron', {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await page.getByRole('button', { name: 'Copy embed code' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Copied.').waitFor();
    snippet = await page.evaluate(() => navigator.clipboard.readText());
    expect(snippet).toMatch(/^<iframe src="http:\/\/127\.0\.0\.1:\d+\/embed\/neuron\.html" title="[^"]+"/);
    await page.goto(`http://localhost:${(host.address() as AddressInfo).port}/`);
    await expect
      .poll(() => page.frameLocator('iframe').locator('cnn-dense [part="readout"]').textContent())
      .toContain('the score of');
    await close();
  });
});

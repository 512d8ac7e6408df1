// Every page of the built site: it opens without a complaint, fits a phone, and axe finds nothing serious.
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { afterAll, describe, expect, it } from 'vitest';
import { seriousFindings } from './accessibility.js';
import { openSite, settled } from './visit.js';

const dist = fileURLToPath(new URL('../.vitepress/dist', import.meta.url));
const paths = readdirSync(dist, { recursive: true, encoding: 'utf8' })
  // The bare pages have a policy of their own, and a test.
  .filter((file) => file.endsWith('.html') && file !== '404.html' && !file.startsWith('embed'))
  .map((file) => `/${file.replace(/(index)?\.html$/, '').replaceAll('\\', '/')}`);

const theme = (page: Page) => page.evaluate(() => document.documentElement.dataset['theme']);

const site = await openSite();
afterAll(() => site.close());

describe('the built site', () => {
  it('has the pages that the header names', () => {
    expect(paths).toEqual(
      expect.arrayContaining([
        '/',
        '/labs/',
        '/packages',
        '/elements',
        '/numerics',
        '/glossary',
        '/architecture',
      ]),
    );
  });

  it.each(paths)(
    '%s opens without a complaint, pleases axe in light and dark, and fits a phone',
    async (path) => {
      const { page, complaints, close } = await site.visit(path, {
        colorScheme: 'light',
        viewport: { width: 1440, height: 900 },
      });
      await settled(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1440);
      expect(await theme(page)).toBe('light');
      expect(await seriousFindings(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      await expect.poll(() => theme(page)).toBe('dark');
      // Nothing but colours has changed.
      expect(await seriousFindings(page, ['color-contrast'])).toEqual([]);
      await page.setViewportSize({ width: 360, height: 740 });
      await expect
        .poll(() => page.evaluate(() => document.documentElement.scrollWidth))
        .toBeLessThanOrEqual(360);
      expect(complaints).toEqual([]);
      await close();
    },
  );

  it('answers an address that does not exist with a way back', async () => {
    const { page, close } = await site.visit('/no-such-page');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('no such page');
    await close();
  });
});

describe('light and dark', () => {
  it('changes at a click and stays changed', async () => {
    const { page, close } = await site.visit('/', { colorScheme: 'light' });
    await page.getByRole('button', { name: /light and dark/ }).click();
    expect(await theme(page)).toBe('dark');
    await page.reload();
    expect(await theme(page)).toBe('dark');
    await close();
  });
});

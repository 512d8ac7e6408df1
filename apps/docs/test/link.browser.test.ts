// A link to the state of a lab, opened by somebody else: the same drawing, the same choice, the same numbers.
import type { Page } from 'playwright';
import { afterAll, expect, it } from 'vitest';
import { drawByKeys } from './lab-page.js';
import { openSite } from './visit.js';

const site = await openSite();
afterAll(() => site.close());

const wide = { viewport: { width: 1440, height: 900 } };
const ready = (page: Page) =>
  page.locator('.lab-place:not([aria-busy]) > :not([role="status"])').first().waitFor();
const strokesOf = (page: Page) =>
  page.evaluate(() => (document.querySelector('cnn-draw-pad') as unknown as { strokes: unknown }).strokes);

it('restores drawing, choice and numbers in a new profile, in at most 2 KB', async () => {
  const first = await site.visit('/labs/verdict', wide);
  await ready(first.page);
  await drawByKeys(first.page);
  await first.page.evaluate(() => Object.assign(document.querySelector('cnn-softmax')!, { temperature: 3 }));
  const sums = (page: Page) =>
    page.locator('cnn-softmax [part="readout"], cnn-dense [part="readout"]').allTextContents();
  await expect.poll(async () => (await sums(first.page)).join('').length).toBeGreaterThan(20);
  await first.page.waitForTimeout(500);
  await first.page.getByRole('button', { name: 'Copy a link to this state' }).click();
  await expect.poll(() => first.page.url()).toContain('#state=');
  const link = new URL(first.page.url());
  expect(link.href.length).toBeLessThan(2048);
  const second = await site.visit(link.pathname + link.hash, wide);
  await ready(second.page);
  await expect.poll(() => strokesOf(second.page)).toEqual(await strokesOf(first.page));
  await expect.poll(() => sums(second.page)).toEqual(await sums(first.page));
  expect([...first.complaints, ...second.complaints]).toEqual([]);
  await first.close();
  await second.close();
});

it('says what is wrong with a link that is none, and begins as ever', async () => {
  for (const hash of ['#state=bm9uc2Vuc2U', '#state=<img src=x onerror=alert(1)>']) {
    const { page, complaints, close } = await site.visit(`/labs/verdict${hash}`, wide);
    await ready(page);
    await expect.poll(() => page.locator('.lab-note').textContent()).toContain('could not be restored');
    expect(complaints).toEqual([]);
    await close();
  }
});

it('opens in the bare page too', async () => {
  const { page, complaints, close } = await site.visit('/labs/verdict', wide);
  await ready(page);
  await drawByKeys(page);
  await page.getByRole('button', { name: 'Copy a link to this state' }).click();
  await expect.poll(() => page.url()).toContain('#state=');
  const bare = await site.visit(`/embed/verdict.html${new URL(page.url()).hash}`, wide);
  await ready(bare.page);
  await expect.poll(() => strokesOf(bare.page)).toEqual(await strokesOf(page));
  expect([...complaints, ...bare.complaints]).toEqual([]);
  await close();
  await bare.close();
});

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

type Numbers = { temperature: number; top: number | undefined };
/** What the verdict's softmax and bars are set to. */
const numbersOf = (page: Page) =>
  page.evaluate(() => {
    const of = (tag: string) => document.querySelector(tag) as unknown as Numbers;
    return { temperature: of('cnn-softmax').temperature, top: of('cnn-probabilities').top };
  });
const setNumbers = (page: Page, { temperature, top }: Numbers) =>
  page.evaluate(
    (numbers) => {
      Object.assign(document.querySelector('cnn-softmax')!, { temperature: numbers.temperature });
      Object.assign(document.querySelector('cnn-probabilities')!, { top: numbers.top });
    },
    { temperature, top },
  );
/** The state as text of a link, as the button writes it. */
async function copied(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Copy a link to this state' }).click();
  await expect.poll(() => page.url()).toContain('#state=');
  return new URL(page.url()).hash;
}
const said = (page: Page) => page.locator('.lab-embed [role="status"]').textContent();

it('restores drawing, choice and numbers in a new profile, in at most 2 KB', async () => {
  const first = await site.visit('/labs/verdict', wide);
  await ready(first.page);
  await drawByKeys(first.page);
  await first.page.evaluate(() => Object.assign(document.querySelector('cnn-softmax')!, { temperature: 3 }));
  const sums = (page: Page) =>
    page.locator('cnn-softmax [part="readout"], cnn-dense [part="readout"]').allTextContents();
  await expect.poll(async () => (await sums(first.page)).join('').length).toBeGreaterThan(20);
  await first.page.waitForTimeout(500);
  await copied(first.page);
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
  const bare = await site.visit(`/embed/verdict.html${await copied(page)}`, wide);
  await ready(bare.page);
  await expect.poll(() => strokesOf(bare.page)).toEqual(await strokesOf(page));
  expect([...complaints, ...bare.complaints]).toEqual([]);
  await close();
  await bare.close();
});

it('sets back what stood at its default when a file was saved', async () => {
  const { page, complaints, close } = await site.visit('/labs/verdict', wide);
  await ready(page);
  const begun = await numbersOf(page);
  expect(begun).toEqual({ temperature: 1, top: 3 });
  const file = Buffer.from((await copied(page)).slice('#state='.length), 'base64url');
  // Nothing is said of the softmax: links stay short.
  expect(file.toString()).not.toContain('cnn-softmax');
  await setNumbers(page, { temperature: 3, top: 5 });
  await page
    .locator('.lab-file input')
    .setInputFiles({ name: 'state.json', mimeType: 'application/json', buffer: file });
  await expect.poll(() => said(page)).toBe('Opened.');
  expect(await numbersOf(page)).toEqual(begun);
  expect(complaints).toEqual([]);
  await close();
});

it('restores a default that the HTML of the lab has changed', async () => {
  const first = await site.visit('/labs/verdict', wide);
  await ready(first.page);
  const top = await first.page.evaluate(
    () => (document.createElement('cnn-probabilities') as unknown as Numbers).top,
  );
  expect(top).not.toBe(3);
  await setNumbers(first.page, { temperature: 1, top });
  const hash = await copied(first.page);
  const second = await site.visit(`/labs/verdict${hash}`, wide);
  await ready(second.page);
  await expect.poll(() => numbersOf(second.page)).toEqual({ temperature: 1, top });
  expect([...first.complaints, ...second.complaints]).toEqual([]);
  await first.close();
  await second.close();
});

it.each(['/labs/verdict', '/embed/verdict.html'])('opens a link that is pasted into %s', async (path) => {
  const first = await site.visit('/labs/verdict', wide);
  await ready(first.page);
  await drawByKeys(first.page);
  await setNumbers(first.page, { temperature: 3, top: 3 });
  const hash = await copied(first.page);
  const second = await site.visit(path, wide);
  await ready(second.page);
  const paste = (text: string) => second.page.evaluate((pasted) => void (location.hash = pasted), text);
  const problem = second.page.getByText('could not be restored');
  await paste('#state=bm9uc2Vuc2U');
  await problem.waitFor();
  expect((await numbersOf(second.page)).temperature).toBe(1);
  await paste(hash);
  await expect.poll(() => strokesOf(second.page)).toEqual(await strokesOf(first.page));
  expect((await numbersOf(second.page)).temperature).toBe(3);
  await expect.poll(() => problem.count()).toBe(0);
  expect([...first.complaints, ...second.complaints]).toEqual([]);
  await first.close();
  await second.close();
});

it('says what it leaves out: a picture that is not the pad’s, and the fields of a lab', async () => {
  const numbers = await site.visit('/labs/numbers', wide);
  await ready(numbers.page);
  await copied(numbers.page);
  await expect.poll(() => said(numbers.page)).toMatch(/^Cop/);
  expect(await said(numbers.page)).not.toContain('Left out');
  await numbers.page.getByRole('button', { name: 'A picture in colour' }).click();
  await copied(numbers.page);
  await expect.poll(() => said(numbers.page)).toContain('Left out: the given picture.');
  await numbers.close();
  const loose = await site.visit('/labs/loose', wide);
  await ready(loose.page);
  await copied(loose.page);
  await expect.poll(() => said(loose.page)).toMatch(/Left out: .*the sentence and its kernel\./);
  expect([...numbers.complaints, ...loose.complaints]).toEqual([]);
  await loose.close();
});

// A link that restores exactly this state, in a profile that knows nothing.
/* global document, location -- in the page, not here */
import { createHash } from 'node:crypto';
import { computed } from '../engine.js';
import { marked } from '../mark.js';
import { weightPaths } from '../seed-network.js';
import { labIsReady } from '../site.js';

export const task = 'a link that restores exactly this state';

export async function measure(site) {
  const visitor = await site.lab('verdict');
  await visitor.drawFour();
  await visitor.click(visitor.page.locator('cnn-flatten .class-9'));
  await visitor.click(visitor.page.locator('cnn-flatten [part="sum"] button').nth(2));
  const before = visitor.interactions;
  await visitor.click(visitor.page.getByRole('button', { name: 'Copy a link to this state' }));
  const clicks = visitor.interactions - before;
  await visitor.page.waitForFunction(() => location.hash.startsWith('#state='));
  const link = visitor.page.url();
  await visitor.settle();
  const first = await look(visitor);
  await visitor.leave();
  const other = await site.visit(link);
  await labIsReady(other.page);
  await other.settle();
  const second = await look(other);
  await other.leave();

  const trained = await site.lab('maps');
  await trained.page.getByRole('button', { name: 'One step' }).click();
  await trained.page
    .locator('cnn-feature-maps .film .where', { hasText: 'step 1' })
    .waitFor({ timeout: 90_000 });
  await trained.click(trained.page.getByRole('button', { name: 'Copy a link to this state' }));
  await trained.page.waitForFunction(() => location.hash.startsWith('#state='));
  const said = await trained.page.locator('.lab-embed').innerText();
  await trained.leave();
  return marked(first.text === second.text, [
    [clicks <= 1, `${clicks} click (line: 1)`],
    [link.length <= 2048, `${link.length} bytes (line: 2,048)`],
    [first.text === second.text, 'same drawing, class, cell and numbers in a new profile'],
    [first.weights === second.weights, `same weights: sha256 ${first.weights.slice(0, 12)}`],
    [
      first.picture === second.picture,
      `screenshots of the lab ${first.picture === second.picture ? 'equal to the byte' : 'differ'}`,
    ],
    [!said.includes('trained here'), 'weights that were trained in the page are in no link; it says so'],
  ]);
}

async function look({ page }) {
  const lab = page.locator('.lab-place');
  await page.evaluate(() => document.activeElement?.blur());
  await page.mouse.move(2, 2);
  await page.waitForTimeout(500);
  const hash = (content) => createHash('sha256').update(content).digest('hex');
  const weights = [];
  for (const path of weightPaths) weights.push(Float32Array.from(await computed(page, path)));
  return {
    text: await lab.ariaSnapshot(),
    weights: hash(Buffer.concat(weights.map(({ buffer }) => Buffer.from(buffer)))),
    picture: hash(
      Buffer.concat([
        await page.locator('cnn-flatten').screenshot(),
        await page.locator('cnn-softmax').screenshot(),
      ]),
    ),
  };
}

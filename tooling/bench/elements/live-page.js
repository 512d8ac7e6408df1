// Opens the page with the seed network and waits until its maps are drawn.
/* global document, customElements -- in the page, not here */
import { watchPage } from './watch-page.js';

export const livePage = 'tooling/bench/elements/live.html';
export const viewport = { width: 1440, height: 940 };

export async function openLivePage(browser, url, { watched = true } = {}) {
  const page = await browser.newPage({ viewport });
  if (watched) await page.addInitScript(watchPage);
  await page.goto(url + livePage);
  await mapsDrawn(page);
  return page;
}

/** Until values of the engine have been drawn as maps. */
export const mapsDrawn = (page) =>
  page.waitForFunction(
    () => {
      const { session } = document.querySelector('cnn-model') ?? {};
      return (
        session?.tap({ path: 'conv1/output' }).current && document.querySelector('cnn-network').drawCount > 0
      );
    },
    undefined,
    { polling: 'raf', timeout: 60_000 },
  );

/** The run goes on until the page is closed: the page names more epochs than anybody waits for. */
export async function train(page) {
  await page.evaluate(async () => {
    await customElements.whenDefined('cnn-model');
    await document.querySelector('cnn-model').session.send({ type: 'train', from: 'scratch' });
  });
  await page.waitForFunction(
    () => document.querySelector('cnn-model').session.state.current.step > 20,
    undefined,
    { timeout: 120_000 },
  );
}

export const stepOf = (page) =>
  page.evaluate(() => document.querySelector('cnn-model').session.state.current.step);

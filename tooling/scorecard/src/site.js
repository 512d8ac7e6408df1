// The built site, served on this machine and opened in a Chromium, each visit in a profile of its own.
/* global document -- in the page, not here */
import { launchChromium } from '@convlens/browser';
import { serveFolder } from '../../setup/serve.mjs';
import { Visitor } from './visitor.js';

const screen = { viewport: { width: 1440, height: 900 } };

export async function openSite(folder, { seconds }) {
  const { url, server } = await serveFolder(folder, { firstPort: 4830 });
  const browser = await launchChromium();
  return {
    url,
    /** How long a training may take. */
    seconds,
    /** Opens a page. */
    async visit(path, options = {}) {
      const context = await browser.newContext({ ...screen, ...options });
      const page = await context.newPage();
      page.setDefaultTimeout(20_000);
      await page.goto(new URL(path, url).href);
      return new Visitor(page);
    },
    /** Opens a lab and waits until it can be used. */
    async lab(name, options) {
      const visitor = await this.visit(`labs/${name}`, options);
      await labIsReady(visitor.page);
      await visitor.settle();
      return visitor;
    },
    async close() {
      await browser.close();
      server.close();
    },
  };
}

/** Its script has ended, and its networks answer. */
export async function labIsReady(page) {
  await page.waitForFunction(() => {
    const place = document.querySelector('.lab-place');
    const models = [...(place?.querySelectorAll('cnn-model') ?? [])];
    return (
      place?.querySelector('cnn-draw-pad, cnn-training-controls') &&
      !place.hasAttribute('aria-busy') &&
      models.every(({ session }) => session?.state.current)
    );
  });
}

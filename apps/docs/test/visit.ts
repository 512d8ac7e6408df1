// Opens the built site as a visitor would, and writes down what a visitor must never see: console messages, errors,
// requests that fail or leave the site's origin.
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright';
import { launchChromium } from '../../../tooling/browser/index.js';
import { serveFolder } from '../../../tooling/setup/serve.mjs';

const built = fileURLToPath(new URL('../.vitepress/dist', import.meta.url));

export interface Visit {
  readonly page: Page;
  /** Empty, or the site is broken. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

type Prepare = (page: Page) => Promise<unknown>;

export interface Site {
  readonly url: string;
  readonly browser: Browser;
  /** @param prepare What is done to the page before it goes anywhere. */
  visit(path: string, options?: BrowserContextOptions, prepare?: Prepare): Promise<Visit>;
  close(): Promise<void>;
}

export async function openSite(): Promise<Site> {
  const { url, server } = await serveFolder(built, { firstPort: 4273 });
  const browser = await launchChromium();
  return {
    url,
    browser,
    visit: (path, options, prepare) => visit(browser, url, path, options, prepare),
    close: async () => {
      await browser.close();
      server.close();
    },
  };
}

/** Waits until nothing of a page is still being started: what starts says so by `aria-busy`. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('load');
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
}

async function visit(
  browser: Browser,
  url: string,
  path: string,
  options?: BrowserContextOptions,
  prepare?: Prepare,
): Promise<Visit> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(`console ${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('requestfailed', (request) => {
    // A page that is left cancels what it was loading.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') complaints.push(`failed: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
  });
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== new URL(url).origin)
      complaints.push(`outside: ${request.url()}`);
  });
  await prepare?.(page);
  await page.goto(new URL(path, url).href);
  return { page, complaints, close: () => context.close() };
}

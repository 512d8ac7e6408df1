// Takes the pictures: one tab a width, in which one subject follows the other. Nothing moves while it is taken.
/* global document, getComputedStyle, requestAnimationFrame -- evaluated in a page */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { shotOf, variants } from './subjects.js';

/** Pictures end up small: they are taken at half their size. */
const zoom = 0.5;
/** A story or a page that is not there by then is pictured as it is. */
const patienceMs = 20_000;

export async function takeStories(browser, url, stories, folder) {
  await eachWidth(browser, async (page, sizes) => {
    // The first story comes with the page; others are asked for as Storybook's own frame does.
    await page.goto(`${url}iframe.html?id=${stories[0].id}&viewMode=story`, { waitUntil: 'networkidle' });
    for (const story of stories) {
      const outcome = await page.evaluate(showStory, { id: story.id, patienceMs });
      if (outcome !== 'storyRendered') console.warn(`${story.id}: ${outcome}`);
      await shootThemes(page, story, sizes, folder);
    }
  });
}

export async function takePages(browser, url, pages, folder) {
  await eachWidth(browser, async (page, sizes) => {
    for (const subject of pages) {
      await page
        .goto(url + subject.path, { waitUntil: 'networkidle', timeout: patienceMs })
        .catch((error) => console.warn(`${subject.id}: ${error.message.split('\n')[0]}`));
      await shootThemes(page, subject, sizes, folder);
    }
  });
}

/** The widths at the same time: most of it is waiting. */
const eachWidth = (browser, take) =>
  Promise.all(
    [...new Set(variants.map(({ width }) => width))].map(async (width) => {
      const sizes = variants.filter((variant) => variant.width === width);
      const context = await browser.newContext({
        viewport: { width, height: sizes[0].height },
        colorScheme: 'light',
        reducedMotion: 'reduce',
        locale: 'en-GB',
        timezoneId: 'UTC',
      });
      await take(await context.newPage(), sizes);
      await context.close();
    }),
  );

async function shootThemes(page, subject, sizes, folder) {
  const session = await page.context().newCDPSession(page);
  for (const size of sizes) {
    const height = await page.evaluate(dress, size);
    const { data } = await session.send('Page.captureScreenshot', {
      format: 'png',
      clip: { x: 0, y: 0, width: size.width, height: Math.min(size.height, height), scale: zoom },
    });
    writeFileSync(join(folder, shotOf(subject, size)), Buffer.from(data, 'base64'));
  }
  await session.detach();
}

/** In the page: a story drawn and played, or what came instead. */
function showStory({ id, patienceMs }) {
  const channel = globalThis.__STORYBOOK_ADDONS_CHANNEL__;
  const ends = [
    'storyRendered',
    'storyErrored',
    'storyThrewException',
    'storyMissing',
    'playFunctionThrewException',
  ];
  return new Promise((resolve) => {
    const finish = (outcome) => {
      for (const [end, listener] of listeners) channel.off(end, listener);
      clearTimeout(timer);
      resolve(outcome);
    };
    // Of the story before, something may still come.
    const listeners = ends.map((end) => [end, (of) => (typeof of !== 'string' || of === id) && finish(end)]);
    for (const [end, listener] of listeners) channel.on(end, listener);
    const timer = setTimeout(() => finish('not drawn in time'), patienceMs);
    channel.emit('setCurrentStory', { storyId: id, viewMode: 'story' });
  });
}

/** In the page: puts a theme on, waits until it is drawn, and says how high the page is. */
async function dress({ theme }) {
  document.documentElement.dataset.theme = theme;
  document.documentElement.style.colorScheme = theme;
  globalThis.scrollTo(0, 0);
  // Colours that canvases are painted with arrive with a transition's start, a frame later.
  for (let frame = 0; frame < 6; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
  const { marginBottom } = getComputedStyle(document.body);
  return Math.max(80, Math.ceil(document.body.scrollHeight + parseFloat(marginBottom)));
}

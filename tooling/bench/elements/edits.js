// From a visitor's edit to the last drawing it leads to, with the wait for the frame: a weight of a kernel over a photo of
// 256 × 256, and a channel of such a photo that is muted.
/* global document, customElements */
import { viewport } from './live-page.js';
import { summary } from './summary.js';
import { watchPage } from './watch-page.js';

const edits = 40;
const side = 256;

export async function measureEdits(browser, url) {
  const page = await browser.newPage({ viewport });
  await page.addInitScript(watchPage);
  await page.goto(`${url}tooling/bench/elements/labs.html`);
  const kernels = {};
  for (const size of [3, 5, 11]) kernels[size] = await editKernel(page, size);
  const muted = await muteChannels(page);
  await page.close();
  return { kernels, muted };
}

async function editKernel(page, size) {
  await page.evaluate(showConvolution, { side, size });
  await page.locator('cnn-convolution [data-cell="0 0"]').focus();
  const times = [];
  for (let edit = -4; edit < edits; edit++) {
    await page.keyboard.press(edit % 2 === 0 ? 'ArrowUp' : 'ArrowDown');
    const ms = await page.evaluate(sinceEvent, 'keydown');
    if (edit >= 0) times.push(ms);
  }
  return summary(times);
}

async function muteChannels(page) {
  await page.evaluate(showPixels, side);
  const box = page.locator('cnn-pixels .mixing input').first();
  const times = [];
  for (let edit = -4; edit < edits; edit++) {
    await box.click();
    const ms = await page.evaluate(sinceEvent, 'click');
    if (edit >= 0) times.push(ms);
  }
  return summary(times);
}

/** In the page. */
async function sinceEvent(type) {
  const { watched } = globalThis;
  const { at } = watched.events[type];
  const last = await watched.stillness();
  if (last < at) throw new Error(`bench elements: nothing was drawn after ${type}. Did the edit arrive?`);
  return last - at;
}

/** In the page: smooth shades with some noise, as photos have them. */
async function showConvolution({ side: length, size }) {
  await customElements.whenDefined('cnn-convolution');
  const data = Float32Array.from({ length: length * length }, (_, cell) => {
    const [x, y] = [cell % length, Math.floor(cell / length)];
    const grain = Math.sin(cell * 12.9898) * 43758.5453;
    return 0.5 + 0.3 * Math.sin(x / 19) * Math.cos(y / 31) + 0.2 * (grain - Math.floor(grain) - 0.5);
  });
  const element = document.createElement('cnn-convolution');
  element.data = { shape: [1, length, length, 1], data };
  element.kernel = Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (_, column) => (row + column) / (size * size) - 0.1),
  );
  document.body.replaceChildren(element);
  await globalThis.watched.stillness();
}

/** In the page. */
async function showPixels(length) {
  await customElements.whenDefined('cnn-pixels');
  const data = Uint8Array.from({ length: length * length * 3 }, (_, index) => {
    const [cell, channel] = [Math.floor(index / 3), index % 3];
    const [x, y] = [cell % length, Math.floor(cell / length)];
    return 128 + 60 * Math.sin(x / (17 + channel * 5)) * Math.cos(y / 23) + (cell % 7) * 8;
  });
  const element = document.createElement('cnn-pixels');
  element.image = { shape: [length, length, 3], data };
  document.body.replaceChildren(element);
  await globalThis.watched.stillness();
}

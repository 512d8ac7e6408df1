// How long a visitor waits for a picture: from the navigation to the first maps of the running network, with nothing cached.
/* global document, requestAnimationFrame */
import { livePage, mapsDrawn, viewport } from './live-page.js';
import { summary } from './summary.js';
import { watchPage } from './watch-page.js';

const visits = 12;

export async function measureStart(browser, url) {
  const times = { firstPaint: [], ready: [], maps: [] };
  // The first visit does not count: a browser that has just been started is busy with itself.
  for (let visit = -1; visit < visits; visit++) {
    const context = await browser.newContext({ viewport });
    const page = await context.newPage();
    await page.addInitScript(watchPage);
    await page.addInitScript(noteStart);
    await page.goto(url + livePage);
    await mapsDrawn(page);
    const { firstPaint, ready, maps } = await page.evaluate(readStart);
    await context.close();
    if (visit < 0) continue;
    times.firstPaint.push(firstPaint);
    times.ready.push(ready);
    times.maps.push(maps);
  }
  return Object.fromEntries(Object.entries(times).map(([name, values]) => [name, summary(values)]));
}

/** In the page. */
function noteStart() {
  const start = { ready: 0, maps: 0 };
  globalThis.start = start;
  globalThis.addEventListener('cnn-model-ready', () => (start.ready = performance.now()), { capture: true });
  const look = () => {
    const session = document.querySelector('cnn-model')?.session;
    const hasMaps = session?.tap({ path: 'conv1/output' }).current && globalThis.watched.draws.tensors;
    // At the end of the frame in which they were drawn.
    if (hasMaps) start.maps = globalThis.watched.draws.tensors.at;
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** In the page. */
async function readStart() {
  while (globalThis.start.maps === 0) await globalThis.watched.nextFrame();
  const [paint] = performance.getEntriesByName('first-contentful-paint');
  return { ...globalThis.start, firstPaint: paint?.startTime ?? 0 };
}

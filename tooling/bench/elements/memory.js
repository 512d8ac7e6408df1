// What the page holds after minutes of training. The browser's own figure (`measureUserAgentSpecificMemory`: page and
// workers, scripts, DOM and WebAssembly memory; canvases are not in it), and beside it what the heaps say by the protocol.
import { openLivePage, stepOf, train } from './live-page.js';

export async function measureMemory(browser, url, minutes) {
  const page = await openLivePage(browser, url, { watched: false });
  const idle = await page.evaluate(measure);
  await train(page);
  const stepBefore = await stepOf(page);
  await page.waitForTimeout(minutes * 60_000);
  const steps = (await stepOf(page)) - stepBefore;
  const after = await page.evaluate(measure);
  const heaps = await heapsOf(page);
  await page.close();
  return { minutes, steps, idleBytes: idle.bytes, bytes: after.bytes, parts: after.parts, heaps };
}

/** In the page, which the server has isolated: elsewhere browsers do not answer. */
async function measure() {
  const { bytes, breakdown } = await performance.measureUserAgentSpecificMemory();
  const parts = breakdown
    .filter((part) => part.bytes > 0)
    .map((part) => ({
      bytes: part.bytes,
      what: part.types.join(' ') || 'other',
      where: part.attribution.map(({ scope }) => scope).join(' ') || 'shared',
    }));
  return { bytes, parts };
}

/** Heaps of the page and of its workers, after garbage has been collected. */
async function heapsOf(page) {
  const root = await page.context().newCDPSession(page);
  await root.send('HeapProfiler.enable');
  await root.send('HeapProfiler.collectGarbage');
  const {
    usedSize,
    embedderHeapUsedSize = 0,
    backingStorageSize = 0,
  } = await root.send('Runtime.getHeapUsage');
  await root.detach();
  return { usedSize, embedderHeapUsedSize, backingStorageSize };
}

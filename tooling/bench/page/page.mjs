// `pnpm bench page`: opens the built site, trains from scratch for 60 s while a visitor draws and scrolls, and
// reports what the page's own thread had to do meanwhile. A measurement, not a test: machines differ.
/* global document -- in the page, not here */
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { launchChromium } from '@convlens/browser';
import { root } from '../../setup/run.mjs';
import { serveFolder } from '../../setup/serve.mjs';
import { drawDigit, scrollAbout } from './gestures.js';
import { mainThread, percentile, scriptPerFrame } from './script-per-frame.js';

/** @param {{ seconds: number, json: boolean }} options */
export async function benchPage({ seconds = 60, json = false } = {}) {
  const { url, server } = await serveFolder(join(root, 'apps/docs/.vitepress/dist'), { firstPort: 4373 });
  const browser = await launchChromium();
  try {
    const result = await measure(browser, url, seconds);
    console.log(json ? JSON.stringify(result) : describe(result));
  } finally {
    await browser.close();
    server.close();
  }
}

async function measure(browser, url, seconds) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 940 } });
  await page.addInitScript(() => {
    globalThis.longTasks = [];
    new PerformanceObserver((list) =>
      globalThis.longTasks.push(...list.getEntries().map((entry) => entry.duration)),
    ).observe({
      type: 'longtask',
    });
  });
  await page.goto(url);
  const pad = page.locator('cnn-draw-pad');
  await page.getByRole('button', { name: /train from scratch/i }).click();
  const stepsBefore = await stepOf(page);
  await page.evaluate(() => (globalThis.longTasks.length = 0));

  const loadBefore = loadavg()[0];
  await browser.startTracing(page, {
    categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline.frame', 'v8'],
  });
  const started = performance.now();
  while (performance.now() - started < seconds * 1000) {
    await drawDigit(page, pad);
    await scrollAbout(page);
    await page.keyboard.press('Home');
    await page.waitForTimeout(200);
  }
  const measuredSeconds = (performance.now() - started) / 1000;
  // Before the trace is written out: that takes long tasks of its own.
  const longTasks = await page.evaluate(() => globalThis.longTasks);
  const events = JSON.parse(await browser.stopTracing()).traceEvents;

  const script = scriptPerFrame(events, mainThread(events));
  return {
    seconds: round(measuredSeconds),
    frames: script.length,
    framesPerSecond: round(script.length / measuredSeconds),
    scriptPerFrameMs: {
      median: round(percentile(script, 0.5)),
      p95: round(percentile(script, 0.95)),
      max: round(Math.max(0, ...script)),
    },
    tasksOver50Ms: longTasks.length,
    longestTaskMs: Math.max(0, ...longTasks),
    trainingSteps: (await stepOf(page)) - stepsBefore,
    machine: {
      cpus: cpus().length,
      model: cpus()[0]?.model,
      loadBefore: round(loadBefore),
      loadAfter: round(loadavg()[0]),
    },
    browser: browser.version(),
  };
}

/** The training step that the page shows, from the session that its `<cnn-model>` provides. */
function stepOf(page) {
  return page.evaluate(() => document.querySelector('cnn-model')?.session?.state.current?.step ?? 0);
}

const round = (value) => Math.round(value * 10) / 10;

function describe({
  seconds,
  frames,
  framesPerSecond,
  scriptPerFrameMs,
  tasksOver50Ms,
  longestTaskMs,
  trainingSteps,
  machine,
  browser,
}) {
  return [
    `${seconds} s of training while drawing and scrolling: ${trainingSteps} steps, ${frames} frames (${framesPerSecond} a second)`,
    `tasks over 50 ms on the page thread   ${tasksOver50Ms} (longest ${longestTaskMs} ms; aim: at most 3)`,
    `script a frame                        ${scriptPerFrameMs.p95} ms at the 95th percentile, median ${scriptPerFrameMs.median}, longest ${scriptPerFrameMs.max} (aim: under 20)`,
    `machine                               ${machine.cpus} x ${machine.model}; load ${machine.loadBefore} before, ${machine.loadAfter} after; Chromium ${browser}`,
  ].join('\n');
}

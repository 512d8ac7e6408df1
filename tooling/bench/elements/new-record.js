// What a new record costs the page's thread, from the record to the drawn frame: one that is given, and one that a
// session's taps bring.
/* global document, requestAnimationFrame */
import { mainThread } from '../page/script-per-frame.js';
import { openLivePage } from './live-page.js';
import { scriptBetween } from './script-between.js';
import { summary } from './summary.js';

const records = 100;
const mark = 'convlens-new-record';

export async function measureNewRecord(browser, url) {
  // Nothing is watched in the page: watching is script, too.
  const page = await openLivePage(browser, url, { watched: false });
  await page.evaluate(keepRecords, records);
  // Before it counts: code that has run is compiled.
  await page.evaluate(showRecords, { mark: 'warm', count: 20 });
  await page.evaluate(sendInputs, { mark: 'warm', count: 20 });
  const given = await scriptOf(browser, page, () => page.evaluate(showRecords, { mark, count: records }));
  const live = await scriptOf(browser, page, () => page.evaluate(sendInputs, { mark, count: records }));
  await page.close();
  return { given, live };
}

/** Milliseconds of script from one mark to the next: all frames that a record leads to. */
async function scriptOf(browser, page, act) {
  const frames = 'disabled-by-default-devtools.timeline.frame';
  await browser.startTracing(page, { categories: ['devtools.timeline', frames, 'blink.user_timing', 'v8'] });
  await act();
  const { traceEvents } = JSON.parse(await browser.stopTracing());
  const script = scriptBetween(traceEvents, mainThread(traceEvents), mark);
  return { ...summary(script.map(({ wall }) => wall)), cpu: summary(script.map(({ cpu }) => cpu)) };
}

/** In the page: records of the running network on images that a visitor could have drawn. */
async function keepRecords(count) {
  const model = document.querySelector('cnn-model');
  const { session } = model;
  const { layers } = session.state.current.model;
  const paths = ['input', ...layers.map(({ name }) => `${name}/output`), 'probabilities'];
  const weights = layers.flatMap(({ name, weights: shapes }) =>
    Object.keys(shapes).map((part) => `${name}/${part}`),
  );
  const taps = [...paths, ...weights].map((path) => session.tap({ path }));
  const stops = taps.map((tap) => tap.subscribe(() => {}));
  globalThis.drawn = Array.from({ length: count }, (_, index) => {
    const data = new Float32Array(784);
    // A bar that turns: every image is another, and none is empty.
    const angle = (index * Math.PI) / 37;
    for (let cell = 0; cell < 784; cell++) {
      const [x, y] = [(cell % 28) - 13.5, Math.floor(cell / 28) - 13.5];
      const across = Math.abs(x * Math.cos(angle) + y * Math.sin(angle));
      const along = Math.abs(y * Math.cos(angle) - x * Math.sin(angle));
      data[cell] = along < 10 ? Math.max(0, Math.min(1, 2.5 - across)) : 0;
    }
    return { shape: [1, 28, 28, 1], data };
  });
  globalThis.kept = [];
  let last = taps[0].current?.inputId ?? 0;
  for (const images of globalThis.drawn) {
    await session.send({ type: 'input', images });
    while (
      taps.slice(0, paths.length).some((tap) => !(tap.current?.inputId > last)) ||
      taps.some((tap) => !tap.current)
    )
      await new Promise((resolve) => setTimeout(resolve));
    last = taps[0].current.inputId;
    globalThis.kept.push({
      format: 'convlens.trace',
      version: 1,
      model: session.state.current.model,
      tensors: Object.fromEntries(taps.map(({ current: { path, shape, data } }) => [path, { shape, data }])),
    });
  }
  for (const stop of stops) stop();
}

/** In the page: each record is an object that the element has not seen, so that it is read and checked as well. */
async function showRecords({ mark: name, count }) {
  const frames = async () => {
    for (let frame = 0; frame < 4; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
  };
  const network = document.querySelector('cnn-network');
  for (let index = 0; index <= count; index++) {
    performance.mark(name);
    if (index === count) break;
    network.data = { ...globalThis.kept[index] };
    await frames();
  }
  network.data = undefined;
  await frames();
}

/** In the page. */
async function sendInputs({ mark: name, count }) {
  const frames = async () => {
    for (let frame = 0; frame < 4; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
  };
  const { session } = document.querySelector('cnn-model');
  for (let index = 0; index <= count; index++) {
    performance.mark(name);
    if (index === count) break;
    await session.send({ type: 'input', images: globalThis.drawn[index] });
    await frames();
  }
}

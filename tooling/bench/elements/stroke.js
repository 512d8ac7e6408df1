// From a move of the pen to the last drawing of all maps: everything that is done on the way, less the waiting for the
// next frame, which is the screen's and not the program's.
/* global document */
import { openLivePage, stepOf, train } from './live-page.js';
import { summary } from './summary.js';

const moves = 60;

export async function measureStroke(browser, url) {
  const page = await openLivePage(browser, url);
  await page.evaluate(listenToTaps);
  await drawStroke(page, 10);
  const idle = await drawStroke(page, moves);
  await train(page);
  const stepBefore = await stepOf(page);
  const training = await drawStroke(page, moves);
  const steps = (await stepOf(page)) - stepBefore;
  await page.close();
  return { idle, training: { ...training, steps } };
}

/** A spiral, one move after the other: the next only when all maps show the one before. */
async function drawStroke(page, count) {
  const session = await page.context().newCDPSession(page);
  const box = await page.locator('cnn-draw-pad').evaluate((pad) => {
    const { x, y, width, height } = pad.shadowRoot.querySelector('.pad').getBoundingClientRect();
    return { x, y, width, height };
  });
  const point = (index) => {
    const angle = index * 0.45;
    const radius = 0.08 + 0.3 * (index / count);
    return {
      x: box.x + (0.5 + radius * Math.cos(angle)) * box.width,
      y: box.y + (0.5 + radius * Math.sin(angle)) * box.height,
    };
  };
  const send = (type, index, buttons) =>
    session.send('Input.dispatchMouseEvent', {
      type,
      ...point(index),
      button: 'left',
      buttons,
      clickCount: 1,
      pointerType: 'pen',
    });
  await send('mousePressed', 0, 1);
  await page.waitForTimeout(300);
  const shown = [];
  for (let index = 1; index <= count; index++) {
    await page.evaluate(noteBefore);
    await send('mouseMoved', index, 1);
    shown.push(await page.evaluate(nextShown));
  }
  await send('mouseReleased', count, 0);
  await page.waitForTimeout(300);
  await session.detach();
  const of = (name) => summary(shown.map((times) => times[name]));
  return {
    ...of('work'),
    withFrames: of('withFrames'),
    parts: { telling: of('telling'), engine: of('engine'), drawing: of('drawing') },
  };
}

/** In the page: notes when the last of the network's tensors has come, and of which input it is. */
function listenToTaps() {
  const { session } = document.querySelector('cnn-model');
  const { layers } = session.state.current.model;
  // The same requests as the network's own, which makes them the same taps.
  const paths = ['input', ...layers.map(({ name }) => `${name}/output`), 'probabilities'];
  const taps = paths.map((path) => session.tap({ path }));
  const arrived = { inputId: -1, at: 0 };
  for (const tap of taps)
    tap.subscribe(() => {
      const oldest = Math.min(...taps.map(({ current }) => current?.inputId ?? -1));
      if (oldest > arrived.inputId) Object.assign(arrived, { inputId: oldest, at: performance.now() });
    });
  globalThis.arrived = arrived;
}

/** In the page: what the next input is told from. */
function noteBefore() {
  const { watched, arrived } = globalThis;
  globalThis.before = { told: watched.events['cnn-input-change'].at, inputId: arrived.inputId };
}

/** In the page: the next input on its way, in milliseconds. */
async function nextShown() {
  const { watched, arrived, before } = globalThis;
  const { pointermove, 'cnn-input-change': told } = watched.events;
  const isShown = () =>
    told.at > before.told && arrived.inputId > before.inputId && watched.draws.tensors.frame >= arrived.at;
  const since = performance.now();
  while (!isShown()) {
    if (performance.now() - since > 10_000)
      throw new Error('bench elements: expected maps of the new input within 10 s, received none.');
    await watched.nextFrame();
  }
  const { tensors, edges } = watched.draws;
  // Edges follow in the same frame, or, while a run goes on, some frames later.
  const drawn = edges.frame === tensors.frame ? edges.at : tensors.at;
  const handling = pointermove.through - pointermove.at;
  const telling = told.through - told.frame;
  const engine = arrived.at - told.through;
  const drawing = drawn - tensors.frame;
  return {
    telling: handling + telling,
    engine,
    drawing,
    work: handling + telling + engine + drawing,
    withFrames: drawn - pointermove.at,
  };
}

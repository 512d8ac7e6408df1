// One drawing for a dense network and one of convolutions, then shifted.
/* global document, requestAnimationFrame, window -- in the page, not here */
import { marked } from '../mark.js';
import { read, short } from '../numbers.js';

export const task = 'one drawing, a dense net and a CNN side by side, then shift it';

export async function measure(site) {
  const visitor = await site.lab('two-nets');
  const { page } = visitor;
  await page.locator('#dense:not([aria-busy]) [data-part="accuracy"]').waitFor({ timeout: 60_000 });
  await visitor.settle();
  await page.evaluate(() => {
    const nets = ['#convolutional', '#dense'].map((id) => document.querySelector(`${id} cnn-probabilities`));
    const look = () => nets.map(({ shadowRoot }) => shadowRoot.textContent);
    window.answered = { released: NaN, at: [NaN, NaN] };
    document.addEventListener(
      'pointerup',
      () => {
        let before = look();
        window.answered = { released: performance.now(), at: [NaN, NaN] };
        const watch = () => {
          const now = look();
          now.forEach((text, net) => text !== before[net] && (window.answered.at[net] = performance.now()));
          before = now;
          requestAnimationFrame(watch);
        };
        requestAnimationFrame(watch);
      },
      { capture: true },
    );
  });
  await visitor.drawFour();
  await page.waitForTimeout(1000);
  const latency = await page.evaluate(() =>
    window.answered.at.map((time) => time - window.answered.released),
  );
  const drags = visitor.interactions;
  const accuracies = () => page.locator('[data-part="accuracy"]').allTextContents();
  const before = await accuracies();
  await visitor.click(page.getByRole('button', { name: 'Shift right by one pixel' }));
  await page.waitForFunction(
    () => document.querySelector('[data-part="note"]').textContent.includes('shifted 1 right'),
    undefined,
    { timeout: 60_000 },
  );
  const after = await accuracies();
  const [a, b] = (await page.locator('[data-part="parameters"]').allTextContents()).map(read);
  const read4 = (await page.locator('cnn-probabilities caption').allTextContents()).map(
    (text) => /likely: (\d)/.exec(text)?.[1],
  );
  await visitor.leave();
  const apart = Math.abs(a - b) / Math.max(a, b);
  // Nothing new after the pen was lifted: the last answer came while it was down.
  const late = latency.map((time) => (Number.isNaN(time) ? 0 : time));
  return marked(before.length === 2 && after.length === 2, [
    [
      drags === 2 && visitor.interactions === 3,
      `${drags} drags, then ${visitor.interactions - drags} click shifts (line: 2 drags, 1 drag)`,
    ],
    [
      late.every((time) => time <= 50),
      `both have answered ${late.map((time) => `${time.toFixed(0)} ms`).join(' and ')} after the pen is lifted (line: 50 ms); they read ${read4.join(' and ')}`,
    ],
    [
      true,
      `accuracy of the convolutions ${before[0]}, shifted ${after[0]}; of dense layers ${before[1]}, shifted ${after[1]}`,
    ],
    [apart <= 0.02, `parameters ${a} and ${b}: ${short(apart * 100)} % apart (line: 2 %)`],
  ]);
}

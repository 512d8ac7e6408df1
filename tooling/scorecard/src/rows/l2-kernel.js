// Change one cell of a kernel and see a photo of one's own change; with a learned kernel, the scores too.
/* global document, requestAnimationFrame -- in the page, not here */
import { marked } from '../mark.js';
import { median, read, short } from '../numbers.js';
import { bitmap, photo } from '../photo.js';

export const task = 'change a cell of a kernel, see my own photo change';

export async function measure(site) {
  const visitor = await site.lab('kernel');
  const { page } = visitor;
  const lab = page.locator('cnn-convolution');
  const file = page.locator('cnn-image-source input[type="file"]');
  await visitor.settle();
  if ((await file.count()) === 0)
    return marked(false, [[false, 'no way to a file of one’s own in this lab']]);
  await visitor.choose(file, { name: 'photo.bmp', mimeType: 'image/bmp', buffer: bitmap(photo) });
  await lab.evaluate((element) => element.setAttribute('table', ''));
  await visitor.settle();
  const weight = lab.getByRole('textbox', { name: 'Weight [1, 1]' }).first();
  const before = await tableOf(lab);
  await visitor.type(weight, '2');
  await visitor.settle();
  const { interactions } = visitor;
  const kernel = [-1, -2, -1, 0, 2, 0, 1, 2, 1];
  const shown = await tableOf(lab);
  const expected = convolved(kernel);
  // Three decimals are shown.
  const off = shown.reduce((most, value, at) => Math.max(most, Math.abs(value - expected[at])), 0);
  const isChanged = shown.some((value, at) => value !== before[at]);
  const times = [];
  await lab.evaluate((element) => element.removeAttribute('table'));
  for (let time = 0; time < 9; time++) times.push(await repaint(lab, String((time % 5) + 3)));

  await page.evaluate(
    () =>
      (document.querySelector('cnn-convolution').kernel = Array.from({ length: 11 }, () =>
        Array(11).fill(0),
      )),
  );
  await visitor.settle();
  const eleven = await lab.getByRole('textbox', { name: /^Weight/ }).count();
  await visitor.leave();

  const second = await site.lab('kernel');
  const shares = () => second.page.locator('cnn-probabilities tbody').textContent();
  await second.click(second.page.locator('cnn-convolution [aria-label="learned"] .chip').nth(4));
  await second.settle();
  const own = await shares();
  await second.type(
    second.page.locator('cnn-convolution').getByRole('textbox', { name: 'Weight [2, 2]' }),
    '3',
  );
  await second.settle();
  const areSharesChanged = (await shares()) !== own;
  const withNet = second.interactions;
  await second.leave();
  return marked(isChanged && shown.length === expected.length, [
    [interactions <= 3, `${interactions} interactions (line: 3)`],
    [off <= 6e-4, `output off by ${short(off)} from the oracle (three decimals are shown)`],
    [
      median(times) <= 50,
      `repaint ${median(times).toFixed(0)} ms, median of ${times.length}, longest ${Math.max(...times).toFixed(0)} (line: 50)`,
    ],
    [eleven === 121, `kernels up to 11 × 11: ${eleven} weights to edit`],
    [
      areSharesChanged && withNet <= 3,
      `a learned kernel edited: scores ${areSharesChanged ? 'change' : 'stay'}, ${withNet} interactions`,
    ],
  ]);
}

const tableOf = async (lab) => (await lab.locator('[part="table"] td').allTextContents()).map(read);

/** The first channel is what the lab shows; no padding, stride 1. */
function convolved(kernel) {
  const [height, width] = [photo.length, photo[0].length];
  const out = [];
  for (let row = 0; row + 3 <= height; row++)
    for (let column = 0; column + 3 <= width; column++)
      out.push(
        kernel.reduce(
          (sum, weight, at) => sum + (weight * photo[row + Math.floor(at / 3)][column + (at % 3)][0]) / 255,
          0,
        ),
      );
  return out;
}

/** From the change of a weight to the frame in which the output's canvas holds other pixels. */
const repaint = (lab, text) =>
  lab.evaluate(
    (element, text) =>
      new Promise((resolve) => {
        const field = element.shadowRoot.querySelectorAll('[role="group"] input')[4];
        const canvases = [...element.shadowRoot.querySelectorAll('[role="application"]')]
          .filter((grid) => grid.getAttribute('aria-label').startsWith('output'))
          .map((grid) => grid.querySelector('canvas'));
        const look = () => canvases.map((canvas) => canvas.toDataURL()).join();
        const before = look();
        const start = performance.now();
        field.value = text;
        field.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
        const wait = (frame) => {
          const now = performance.now();
          if (look() !== before || frame === 0) resolve(now - start);
          else requestAnimationFrame(() => wait(frame - 1));
        };
        requestAnimationFrame(() => wait(60));
      }),
    text,
  );

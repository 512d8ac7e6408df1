// The lab pages of the built site, by keyboard alone: each does what it is for, and what it shows is what the network computes.
import { readFile } from 'node:fs/promises';
import { detectorScores } from '@convlens/datasets';
import { weights as denseWeights } from '@convlens/pretrained/dense-network';
import { permuteSeed, weights as permutedWeights } from '@convlens/pretrained/seed-network-permuted';
import { cpu, load, mnist, permutePixels, Runtime } from 'convlens';
import type { Page } from 'playwright';
import { afterAll, expect, it } from 'vitest';
import { learnByHeart } from '../labs/by-heart.js';
import { shifted } from '../labs/shift.js';
import { computed, drawByKeys, numberAfter, press, state } from './lab-page.js';
import { openSite, settled } from './visit.js';

const site = await openSite();
afterAll(() => site.close());

/** Opens a lab, does what a visitor would do, and holds the page to silence. */
const lab = (name: string, does: string, script: (page: Page) => Promise<void>) =>
  it(`${name}: ${does}`, async () => {
    const { page, complaints, close } = await site.visit(`/labs/${name}`, {
      viewport: { width: 1440, height: 900 },
    });
    await settled(page);
    await script(page);
    expect(complaints).toEqual([]);
    await close();
  });

lab('numbers', 'shows every number of a drawing and of a photo', async (page) => {
  const count = page.locator('[data-part="count"]');
  await expect.poll(() => count.textContent()).toContain('28 × 28 pixels × 1 channel = 784 numbers');
  await drawByKeys(page);
  await press(page.locator('cnn-pixels [part="table-button"]'));
  const difference = () =>
    page.evaluate(() => {
      const pad = document.querySelector('cnn-draw-pad') as unknown as { value: { data: Float32Array } };
      const table = document.querySelector('cnn-pixels')!.shadowRoot!.querySelector('[part="table"]');
      // The table is of the part that is seen, from the upper left corner here.
      const off = [...(table?.querySelectorAll('tbody tr') ?? [])].flatMap((row, y) =>
        [...row.querySelectorAll('td')].map((cell, x) =>
          Math.abs(Number(cell.textContent) - pad.value.data[y * 28 + x]! * 255),
        ),
      );
      return { count: off.length, off: Math.max(...off), ink: Math.max(...pad.value.data) };
    });
  await expect.poll(async () => (await difference()).count).toBeGreaterThanOrEqual(24 * 24);
  await expect.poll(async () => (await difference()).off).toBeLessThanOrEqual(0.5);
  expect((await difference()).ink).toBeGreaterThan(0.9);

  await page
    .locator('cnn-image-source input[type="file"]')
    .setInputFiles({ name: 'two.bmp', mimeType: 'image/bmp', buffer: twoPixels() });
  await expect.poll(() => count.textContent()).toContain('1 × 2 pixels × 3 channels = 6 numbers');
});

lab('neuron', 'adds up a score that is the network’s', async (page) => {
  const dense = page.locator('cnn-dense');
  await press(dense.locator('.class-3'));
  const readout = dense.locator('[part="readout"]');
  await expect.poll(() => readout.textContent()).toContain('the score of 3');
  const scores = await computed(page, 'dense2/output');
  expect(numberAfter(await readout.textContent(), /score of 3 =/)).toBeCloseTo(scores[3]!, 3);

  const cell = page.locator('cnn-cell');
  await press(cell.getByRole('button', { name: 'More column' }));
  const map = await computed(page, 'conv1/output');
  const text = await cell.locator('[part="readout"]').textContent();
  const [, row, column] = /map 4 \[(\d+), (\d+)\]/.exec(text!)!.map(Number);
  expect(numberAfter(text, /\] is/)).toBeCloseTo(map[(row! * 28 + column!) * 8 + 4]!, 3);
});

lab(
  'kernel',
  'shows the network’s own map for a kernel that it has learned, and follows the pen',
  async (page) => {
    const convolution = page.locator('cnn-convolution');
    await press(convolution.locator('[aria-label="learned"] .chip').nth(2));
    await convolution.evaluate((element) => element.setAttribute('table', ''));
    await convolution.locator('[part="table"] td').nth(783).waitFor();

    /** The largest distance of the table from the engine's map after its ReLU. */
    const distance = async () => {
      const maps = await computed(page, 'conv1/output');
      const shown = await convolution.locator('[part="table"] td').allTextContents();
      const off = shown.map((text, at) =>
        Math.abs(Math.max(0, Number(text.replace('−', '-'))) - maps[at * 8 + 2]!),
      );
      return { off: Math.max(...off), largest: Math.max(...maps) };
    };
    // Three decimals are shown.
    await expect.poll(async () => (await distance()).off).toBeLessThan(6e-4);
    expect((await distance()).largest).toBeGreaterThan(0.1);

    const before = await convolution.locator('[part="table"]').textContent();
    await drawByKeys(page);
    await expect.poll(() => convolution.locator('[part="table"]').textContent()).not.toBe(before);
    await expect.poll(async () => (await distance()).off).toBeLessThan(6e-4);
  },
);

lab('maps', 'sends a known stroke, and scores every kernel against thirteen detectors', async (page) => {
  await press(page.getByRole('button', { name: 'lying' }));
  await expect.poll(() => page.locator('[data-part="stroke"]').textContent()).toBe('line, 0°');
  // A lying line has ink in few rows and paper in all others.
  const rows = async () => {
    const pixels = await computed(page, 'input');
    return Array.from({ length: 28 }, (_, row) => Math.max(...pixels.slice(row * 28, row * 28 + 28))).filter(
      (most) => most > 0,
    ).length;
  };
  await expect.poll(rows).toBeLessThanOrEqual(4);

  const cells = page.locator('[data-part="scores"] tr');
  await expect.poll(() => cells.count()).toBe(8);
  const filter = await computed(page, 'conv1/filter');
  const scores = detectorScores({ filter, shape: [5, 5, 1, 8] });
  const shown = (await cells.locator('td:nth-of-type(2)').allTextContents()).map(Number);
  scores.forEach(({ scores: of }, kernel) =>
    expect(shown[kernel]).toBeCloseTo(Math.max(...of.map(({ cosine }) => cosine)), 2),
  );
});

lab('window', 'writes out the size of the output for every setting', async (page) => {
  const formula = page.locator('cnn-convolution [part="formula"]');
  const calculator = page.locator('cnn-shape-calculator [part="formula"]');
  // ⌊(28 + 2 − 2 − 1) / 2⌋ + 1, then with a stride of 3.
  await expect.poll(() => formula.textContent()).toMatch(/= 14\s*$/);
  await press(page.locator('cnn-convolution').getByRole('button', { name: 'More stride' }));
  await expect.poll(() => formula.textContent()).toMatch(/= 10\s*$/);
  await press(page.locator('cnn-shape-calculator').getByRole('button', { name: 'More stride' }));
  await expect.poll(() => calculator.textContent()).toMatch(/= 10\s*$/);
});

lab('bend', 'takes the function away, and the network computes without it', async (page) => {
  await press(page.locator('cnn-activation').getByRole('button', { name: 'none' }));
  const readout = page.locator('cnn-activation [part="readout"]').first();
  await expect.poll(() => readout.textContent()).not.toContain('ReLU');
  await expect.poll(async () => Math.min(...(await computed(page, 'conv1/output')))).toBeLessThan(0);
  expect(await computed(page, 'conv1/output')).toEqual(await computed(page, 'conv1/preactivation'));
  const text = await readout.textContent();
  const [, row, column] = /\[(\d+), (\d+)\]/.exec(text!)!.map(Number);
  const map = await computed(page, 'conv1/output');
  expect(numberAfter(text, /before,/)).toBeCloseTo(map[(row! * 28 + column!) * 8 + 4]!, 3);
});

lab('pool', 'keeps the largest of four, as the network does', async (page) => {
  const readout = page.locator('cnn-pooling [part="readout"]');
  await page.getByRole('application', { name: /^max, output/ }).focus();
  const before = await readout.textContent();
  await page.keyboard.press('ArrowUp');
  await expect.poll(() => readout.textContent()).not.toBe(before);
  const text = await readout.textContent();
  const [, row, column] = /\[(\d+), (\d+)\]/.exec(text!)!.map(Number);
  const pooled = await computed(page, 'pool1/output');
  expect(numberAfter(text, /max/)).toBeCloseTo(pooled[(row! * 14 + column!) * 8]!, 2);
  await press(page.locator('cnn-pooling').getByRole('button', { name: 'Shift right' }));
  await expect
    .poll(() => page.locator('cnn-pooling [part="shift-readout"]').textContent())
    .not.toContain('Not shifted');
});

lab('stack', 'says how far a layer sees, and what a map answers with', async (page) => {
  const table = page.locator('cnn-layer-table');
  await press(table.getByRole('button', { name: 'conv1' }));
  for (const key of ['ArrowDown', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
  await expect.poll(() => table.locator('[part="readout"]').textContent()).toContain('14 × 14');

  const maps = page.locator('cnn-feature-maps');
  await press(maps.getByRole('button', { name: /^map 0/ }), 'ArrowRight');
  const chosen = maps.getByRole('button', { name: /^map 1,/ });
  await expect.poll(() => chosen.getAttribute('aria-pressed')).toBe('true');
  const output = await computed(page, 'conv2/output');
  const largest = Math.max(...output.filter((_, index) => index % 16 === 1));
  expect(numberAfter(await chosen.getAttribute('aria-label'), /largest/)).toBeCloseTo(largest, 2);
});

lab('verdict', 'follows a share back to its score, its sum and its cells', async (page) => {
  const softmax = page.locator('cnn-softmax');
  await press(softmax.getByRole('button', { name: 'Class 3' }));
  const shares = await computed(page, 'probabilities');
  const equation = await softmax.locator('[part="equation"]').textContent();
  expect(Number(/([\d.]+)\s*%/.exec(equation!)![1]) / 100).toBeCloseTo(shares[3]!, 3);

  const flatten = page.locator('cnn-flatten');
  await press(flatten.locator('.class-3'));
  const scores = await computed(page, 'dense2/output');
  const logit = async () =>
    numberAfter(await flatten.locator('[part="sum"]').textContent(), /logit[^+−-]*±[\d.]+/);
  await expect.poll(async () => Math.abs((await logit()) - scores[3]!)).toBeLessThan(6e-4);
});

lab('learning', 'makes one step, and tells the weight that the network then has', async (page) => {
  const said = page.locator('[data-part="of"]');
  await expect.poll(() => said.textContent()).toContain('the weights of step 0');
  const cell = page.locator('cnn-cell');
  await press(cell.locator('[part="step"]'));
  await expect.poll(() => state(page)).toMatchObject({ step: 1, phase: 'paused' });
  await expect.poll(() => said.textContent()).toContain('the weights of step 1');
  const readout = cell.locator('[part="readout"]');
  await readout.waitFor();
  const told = (await readout.textContent())!
    .replaceAll('−', '-')
    .match(/-?\d+\.\d{6}/g)!
    .map(Number);
  const filter = await computed(page, 'conv1/filter');
  // The last number is the weight after the step, to six decimals.
  expect(Math.min(...filter.map((weight) => Math.abs(weight - told.at(-1)!)))).toBeLessThan(1.5e-6);
  expect(told.at(-1)).not.toBe(told.at(-2));
});

lab('two-nets', 'counts what both networks read, shifted and shuffled', async (page) => {
  const shown = async (net: string) =>
    page.locator(`${net}:not([aria-busy]) [data-part="accuracy"]`).textContent({ timeout: 20_000 });
  await press(page.getByRole('button', { name: 'Shift right by one pixel' }));
  for (let time = 0; time < 3; time++) await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('[data-part="note"]').textContent()).toContain('shifted 4 right');
  const digits = (await mnist({ split: 'test', limit: 400 })).take(400);
  const moved = shifted(digits.images, 0, 4);
  expect(await shown('#dense')).toBe(await share(denseWeights, moved, digits.labels));

  await press(page.locator('[data-part="shuffle"]'), 'Space');
  await expect.poll(() => page.locator('[data-part="note"]').textContent()).toContain('shuffled');
  expect(await shown('#convolutional')).toBe(
    await share(permutedWeights, permutePixels(moved, permuteSeed), digits.labels),
  );
});

lab('loose', 'learns by heart with pooling and without, and swaps words without a trace', async (page) => {
  const largest = page.locator('[data-part="largest"]');
  const before = await largest.textContent();
  await press(page.locator('[data-part="swap"]'));
  expect(await page.locator('[data-part="sentence"]').inputValue()).toBe('the man bites the dog');
  expect(await largest.textContent()).toBe(before);

  await expect.poll(() => page.locator('[data-part="pooling"]').textContent()).toBe('0');
  await press(page.locator('[data-part="train"]'));
  const rows = page.locator('[data-part="gaps"] tr');
  await expect.poll(() => rows.count(), { timeout: 40_000 }).toBe(2);
  const expected = await Promise.all(
    (['pooling', 'stride'] as const).map((halving) => learnByHeart(halving)),
  );
  for (const [row, { known, unseen }] of expected.entries())
    expect(await rows.nth(row).locator('td').allTextContents()).toEqual([
      '15,898',
      percent(known),
      percent(unseen),
      `${((known - unseen) * 100).toFixed(1)} points`,
    ]);
});

/** A bitmap file of a red and a blue pixel, byte by byte. */
function twoPixels(): Buffer {
  const file = Buffer.alloc(62);
  file.write('BM');
  file.writeUInt32LE(62, 2);
  file.writeUInt32LE(54, 10);
  file.writeUInt32LE(40, 14);
  file.writeInt32LE(2, 18);
  file.writeInt32LE(1, 22);
  file.writeUInt16LE(1, 26);
  file.writeUInt16LE(24, 28);
  // Blue, green, red; rows are padded to four bytes.
  file.set([0, 0, 255, 255, 0, 0], 54);
  return file;
}

const percent = (fraction: number) => `${(fraction * 100).toFixed(1)} %`;

/** The share that published weights read right, computed here and not in the page. */
async function share(
  weights: URL,
  images: Parameters<typeof permutePixels>[0],
  labels: ArrayLike<number>,
): Promise<string> {
  const model = await load(new Uint8Array(await readFile(weights)));
  model.build(new Runtime(await cpu()));
  const { probabilities } = await model.predict(images);
  const count = images.shape[0];
  let right = 0;
  for (let image = 0; image < count; image++) {
    const row = [...probabilities!.data.slice(image * 10, image * 10 + 10)];
    if (row.indexOf(Math.max(...row)) === labels[image]) right++;
  }
  return percent(right / count);
}

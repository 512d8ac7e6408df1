// Watch the kernels form, go back to a moment; the same run in Node, stopped there, has the same bits.
/* global document, window -- in the page, not here */
import { adam, cpu, linearDecay, mnist, Runtime, seedNetwork, softmaxCrossEntropy, Trainer } from 'convlens';
import { marked } from '../mark.js';
import { largestDifference, read } from '../numbers.js';
import { forward, weightPaths } from '../seed-network.js';

export const task = 'watch kernels form, go back to a moment';

const wanted = 60;

export async function measure(site) {
  const visitor = await site.lab('maps');
  const { page } = visitor;
  await page.evaluate(
    (paths) => {
      const { session } = document.querySelector('cnn-model');
      window.kept = Object.fromEntries(paths.map((path) => [path, {}]));
      for (const path of paths) {
        const tap = session.tap({ path });
        const keep = () =>
          tap.current && (window.kept[path][tap.current.step] = Array.from(tap.current.data));
        tap.subscribe(keep);
        keep();
      }
    },
    [...weightPaths, 'input', 'conv1/output'],
  );
  const maps = page.locator('cnn-feature-maps');
  await maps.evaluate((element) => element.setAttribute('table', ''));
  await visitor.click(page.getByRole('button', { name: 'Train from scratch' }));
  await page.waitForFunction(
    (wanted) => {
      const slider = document.querySelector('cnn-feature-maps').shadowRoot.querySelector('.film input');
      return Number(slider?.max) >= wanted;
    },
    wanted,
    { timeout: site.seconds * 1000 },
  );
  await page.getByRole('button', { name: 'Pause' }).click();
  await visitor.settle();
  const slider = maps.locator('.film input');
  const moments = Number(await slider.getAttribute('max')) + 1;
  const before = visitor.interactions;
  await visitor.drag(slider, [
    [0.995, 0.5],
    [0.4, 0.5],
  ]);
  await visitor.settle();
  const drags = visitor.interactions - before;
  const step = Number(
    /step ([\d,]+)/.exec(await maps.locator('.film .where').textContent())[1].replace(',', ''),
  );
  const shown = (await maps.locator('[part="table"] tbody tr td:nth-of-type(1)').allTextContents()).map(read);
  const kept = await page.evaluate((step) => {
    const at = (path) => window.kept[path][step];
    return {
      filter: at('conv1/filter'),
      bias: at('conv1/bias'),
      maps: at('conv1/output'),
      input: Object.values(window.kept.input).at(-1),
    };
  }, step);
  const filmed = await page.evaluate(() => Object.keys(window.kept['conv1/filter']).length);
  await visitor.leave();

  const weights = await runInNode(step);
  const filter = weights['conv1/filter'];
  const isEqual = kept.filter && largestDifference(kept.filter, [...filter]) === 0;
  const { conv1 } = forward(kept.input, weights);
  const largest = Array.from({ length: 8 }, (_, unit) =>
    Math.max(...conv1.filter((_, at) => at % 8 === unit)),
  );
  const off = largestDifference(shown, largest);
  return marked(step > 0 && shown.length === 8, [
    [drags === 1, `${drags} drag goes back`],
    [moments >= 50, `${moments} moments to go through (line: 50)`],
    [
      isEqual,
      `after step ${step}: kernels of the page ${isEqual ? 'bit-equal to' : 'other than'} those of a run in Node that stops there (${filmed} steps were seen)`,
    ],
    [
      off <= 6e-5,
      `the film’s maps at that step: largest numbers ${off.toExponential(1)} from the oracle with Node’s weights (four decimals are shown)`,
    ],
  ]);
}

/** The page's own settings: seed 1, batches of 64, Adam with 0.002 that falls to 0 over 3 epochs. */
async function runInNode(step) {
  const model = seedNetwork();
  model.build(new Runtime(await cpu()), { seed: 1 });
  const { train } = (await mnist()).split({ validation: 5000, seed: 1 });
  const trainer = new Trainer({
    model,
    optimizer: adam({ learningRate: 0.002 }),
    loss: softmaxCrossEntropy(),
    schedule: linearDecay(),
  });
  for await (const event of trainer.fit(train, { epochs: 3, batchSize: 64, seed: 1 }))
    if (event.type === 'step' && event.step === step) break;
  const found = await model.getWeights();
  return Object.fromEntries(weightPaths.map((path) => [path, found[path]?.data ?? found[path]]));
}

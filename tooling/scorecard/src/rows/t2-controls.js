// A class is shown three controls and no more.
/* global document -- in the page, not here */
import { readFileSync } from 'node:fs';
import { marked } from '../mark.js';

export const task = 'show a class only 3 controls';

export async function measure(site) {
  const visitor = await site.visit('');
  const { page } = visitor;
  const controls = page.locator('cnn-training-controls');
  await controls.getByRole('button', { name: 'Train from scratch' }).waitFor();
  await visitor.settle();
  const count = () => controls.locator('button, input, select').filter({ visible: true }).count();
  const all = await count();
  await page.evaluate(() => {
    for (const name of ['no-slow', 'no-settings'])
      document.querySelector('cnn-training-controls').setAttribute(name, '');
  });
  await visitor.settle();
  const beforeRun = await count();
  await controls.getByRole('button', { name: 'One step' }).click();
  await controls.getByRole('button', { name: 'Back to the trained network' }).waitFor({ timeout: 90_000 });
  const few = await count();
  await visitor.leave();

  const { modules } = JSON.parse(
    readFileSync(new URL('../../../../packages/elements/custom-elements.json', import.meta.url), 'utf8'),
  );
  const elements = modules.flatMap(({ declarations }) => declarations ?? []).filter(({ tagName }) => tagName);
  const able = elements.filter(({ attributes }) => attributes?.some(({ name }) => name.startsWith('no-')));
  return marked(few === 3, [
    [
      few === 3,
      `<cnn-training-controls no-settings no-slow>: ${beforeRun} controls, ${few} once something is trained, of ${all} without`,
    ],
    [
      able.length === elements.length,
      `${able.length} of ${elements.length} elements leave out controls by attribute (${able.map(({ tagName }) => tagName).join(', ')})`,
    ],
  ]);
}

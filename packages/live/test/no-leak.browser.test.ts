/// <reference types="@vitest/browser-playwright" />
// The engine that a page shares outlives each `<cnn-model>` of it and must hold none. That such a count finds what leaks is shown by the
// test of the same name in `@convlens/elements`.
import { afterEach, expect, it } from 'vitest';
import { cdp } from 'vitest/browser';
import '../src/define.js';
import type { CnnModel } from '../src/index.js';

afterEach(() => document.body.replaceChildren());

function mount(): CnnModel {
  document.body.insertAdjacentHTML('beforeend', '<cnn-model><cnn-network></cnn-network></cnn-model>');
  return document.body.lastElementChild as CnnModel;
}

/** Four models come and go 250 times each; what is left of them is only known weakly. */
async function comeAndGo(): Promise<readonly WeakRef<Element>[]> {
  const models = Array.from({ length: 4 }, mount);
  await Promise.all(models.map(({ updateComplete }) => updateComplete));
  for (let round = 1; round < 250; round++) {
    for (const model of models) model.remove();
    document.body.append(...models);
  }
  await Promise.all(models.map(({ updateComplete }) => updateComplete));
  for (const model of models) model.remove();
  return models.map((model) => new WeakRef(model));
}

it('no <cnn-model> survives 1,000 connects and disconnects while its engine lives on', async () => {
  const stays = mount();
  await expect.poll(() => stays.session?.state.current, { timeout: 20_000 }).toBeDefined();
  const references = await comeAndGo();
  await stays.session!.send({
    type: 'input',
    images: { shape: [1, 28, 28, 1], data: new Float32Array(784).fill(0.4) },
  });
  await new Promise((resolve) => setTimeout(resolve, 100));
  await cdp().send('HeapProfiler.collectGarbage');
  expect(references.filter((reference) => reference.deref() !== undefined)).toEqual([]);
});

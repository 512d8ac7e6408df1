// A recorded network is drawn with no byte of an engine in the page's network log.
import { expect, it } from 'vitest';
import '../src/components/network/network.js';
import { seedRecord } from './seed-record.js';

it('a recorded trace is drawn without tensor-core, layers, datasets, live or a backend being loaded', async () => {
  const network = document.createElement('cnn-network');
  network.data = seedRecord();
  document.body.append(network);
  await network.updateComplete;
  expect(network.drawCount).toBeGreaterThan(0);
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
  // The list is a real one: it holds this element's own modules.
  expect(loaded.some((name) => name.includes('/components/network/'))).toBe(true);
  expect(loaded.filter((name) => /\/(tensor-core|layers|datasets|live|backend-[a-z]+)\//.test(name))).toEqual(
    [],
  );
  network.remove();
});

import { expect, it } from 'vitest';
import { mnist, readIdx } from './index.js';

it('mnist loads the first 1,000 digits in a browser, through a bundler, and nothing but their shard', async () => {
  performance.clearResourceTimings();
  const { images, labels } = await mnist({ limit: 1000 });
  expect(images.shape).toEqual([1000, 28, 28, 1]);
  expect([...labels.subarray(0, 10)]).toEqual([5, 0, 4, 1, 9, 2, 1, 3, 1, 4]);
  const loaded = performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name).pathname.split('/').at(-1)!);
  expect(loaded.filter((name) => name.includes('images') && name.endsWith('.bin'))).toEqual([
    'train-images-00000.bin',
  ]);
});

it('mnist puts digits of several shards together in a browser', async () => {
  const { images, labels } = await mnist({ split: 'test', limit: 1500 });
  expect(images.shape).toEqual([1500, 28, 28, 1]);
  expect([...labels.subarray(0, 5)]).toEqual([7, 2, 1, 0, 4]);
});

it('a folder address is relative to the page, and a page in its place is a typed error', async () => {
  await expect(mnist({ source: 'no/such/folder' })).rejects.toMatchObject({ name: 'DatasetError' });
});

it('readIdx answers a damaged gzip file in a browser with a typed error', async () => {
  const body = new Blob([
    Uint8Array.from([0, 0, 8, 1, 0, 0, 0, 200, ...Array<number>(200).fill(3)]),
  ]).stream();
  const packed = new Uint8Array(
    await new Response(body.pipeThrough(new CompressionStream('gzip'))).arrayBuffer(),
  );
  expect((await readIdx(packed)).shape).toEqual([200]);
  const torn = packed.subarray(0, packed.length - 1);
  const longer = Uint8Array.from([...packed, 1, 2, 3]);
  const wrong = Uint8Array.from(packed, (byte, i) => (i === packed.length - 7 ? byte ^ 1 : byte));
  for (const bytes of [torn, wrong, longer])
    await expect(readIdx(bytes)).rejects.toMatchObject({ name: 'DatasetError', code: 'GZIP' });
});

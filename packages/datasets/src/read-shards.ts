/** Puts the first rows of a split together from shards, and reads no shard that they do not need. */
import { missingFile, notMnist } from './errors.js';
import type { Folder, FolderRequest, IdxPair } from './folder.js';
import type { IdxArray } from './idx.js';
import { shardsFor, type Manifest, type Shard, type ShardKind } from './manifest.js';
import { readIdx } from './read-idx.js';

export async function readShards(
  folder: Folder,
  manifest: Manifest,
  request: FolderRequest,
): Promise<IdxPair> {
  const limit = Math.min(request.limit, manifest.splits[request.split]);
  const read = (kind: ShardKind, itemShape: readonly number[]): Promise<IdxArray> =>
    concatenate(folder, shardsFor(manifest, request.split, kind, limit), itemShape, limit, request.signal);
  const [images, labels] = await Promise.all([read('images', [28, 28]), read('labels', [])]);
  return { images, labels };
}

async function concatenate(
  folder: Folder,
  shards: readonly Shard[],
  itemShape: readonly number[],
  limit: number,
  signal: AbortSignal | undefined,
): Promise<IdxArray> {
  const itemSize = itemShape.reduce((product, size) => product * size, 1);
  const parts = await Promise.all(shards.map((shard) => readShard(folder, shard, itemShape, signal)));
  if (parts.length === 1)
    return { shape: [limit, ...itemShape], data: parts[0]!.subarray(0, limit * itemSize) };
  const data = new Uint8Array(limit * itemSize);
  parts.forEach((part, i) => {
    const first = shards[i]!.first * itemSize;
    data.set(part.subarray(0, data.length - first), first);
  });
  return { shape: [limit, ...itemShape], data };
}

async function readShard(
  folder: Folder,
  shard: Shard,
  itemShape: readonly number[],
  signal: AbortSignal | undefined,
): Promise<Uint8Array> {
  const expected = [shard.count, ...itemShape];
  const contentBytes = 4 + 4 * expected.length + expected.reduce((product, size) => product * size, 1);
  // A server that unpacks gzip on the way sends the content itself.
  const bytes = await folder.read(shard.file, { maxBytes: Math.max(shard.bytes, contentBytes), signal });
  if (bytes === undefined) throw missingFile(folder.place, [shard.file]);
  const { shape, data } = await readIdx(bytes, { maxBytes: contentBytes });
  if (
    !(data instanceof Uint8Array) ||
    shape.length !== expected.length ||
    shape.some((size, axis) => size !== expected[axis])
  ) {
    throw notMnist(
      `bytes of shape [${expected.join(', ')}] in ${shard.file}`,
      `${data.constructor.name} of shape [${shape.join(', ')}]`,
    );
  }
  return data;
}

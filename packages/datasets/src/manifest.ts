/** The manifest of a folder of shards: which file holds which rows. Foreign JSON, so every field that is used is checked. */
import { brokenManifest, missingShards } from './errors.js';

export type SplitName = 'train' | 'test';
export type ShardKind = 'images' | 'labels';

export interface Shard {
  readonly file: string;
  readonly kind: ShardKind;
  readonly split: SplitName;
  /** Number of its first row within the split. */
  readonly first: number;
  readonly count: number;
  /** Of the file as it is. */
  readonly bytes: number;
}

export interface Manifest {
  readonly splits: Readonly<Record<SplitName, number>>;
  readonly shards: readonly Shard[];
}

const maxShards = 10_000;
/** So that a manifest can ask for no more than a quarter of a gigabyte of 28 x 28 pixels. */
const maxRows = 2 ** 18;

/** @throws DatasetError `MANIFEST` for anything that is not a manifest of version 1. */
export function parseManifest(bytes: Uint8Array): Manifest {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw brokenManifest('JSON', new TextDecoder().decode(bytes.subarray(0, 40)));
  }
  if (!isRecord(json) || json['format'] !== 'convlens.shards')
    throw brokenManifest("format 'convlens.shards'", isRecord(json) ? json['format'] : json);
  if (json['version'] !== 1) throw brokenManifest('version 1', json['version']);
  const { splits, shards } = json;
  if (!isRecord(splits)) throw brokenManifest('splits', splits);
  if (!Array.isArray(shards) || shards.length > maxShards)
    throw brokenManifest(`at most ${maxShards} shards`, shards);
  return {
    splits: { train: whole(splits, 'train', maxRows), test: whole(splits, 'test', maxRows) },
    shards: shards.map(parseShard),
  };
}

/**
 * The shards that hold rows 0 to `limit` of a split, in order.
 * @throws DatasetError `SHARDS_MISSING` when rows are missing between them.
 */
export function shardsFor(
  manifest: Manifest,
  split: SplitName,
  kind: ShardKind,
  limit: number,
): readonly Shard[] {
  const chosen = manifest.shards
    .filter((shard) => shard.split === split && shard.kind === kind && shard.first < limit)
    .sort((a, b) => a.first - b.first);
  let next = 0;
  for (const { first, count } of chosen) {
    if (first !== next) throw missingShards(split, kind, next);
    next += count;
  }
  if (next < limit) throw missingShards(split, kind, next);
  return chosen;
}

function parseShard(shard: unknown): Shard {
  if (!isRecord(shard)) throw brokenManifest('each shard to be an object', shard);
  const { file, kind, split } = shard;
  // A name, never a path: a manifest must not lead out of its folder.
  if (typeof file !== 'string' || !/^\w[\w.-]{0,199}$/.test(file))
    throw brokenManifest('file to be a plain name', file);
  if (kind !== 'images' && kind !== 'labels') throw brokenManifest("kind 'images' or 'labels'", kind);
  if (split !== 'train' && split !== 'test') throw brokenManifest("split 'train' or 'test'", split);
  return {
    file,
    kind,
    split,
    first: whole(shard, 'first', maxRows),
    count: whole(shard, 'count', maxRows),
    bytes: whole(shard, 'bytes', 2 ** 31),
  };
}

function whole(record: Record<string, unknown>, name: string, max: number): number {
  const value = record[name];
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= max) return value;
  throw brokenManifest(`${name} to be a whole number from 0 to ${max}`, value);
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

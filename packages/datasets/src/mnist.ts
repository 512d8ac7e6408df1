/** The MNIST digits as a `Dataset`, from wherever they are. */
import { Dataset } from './dataset.js';
import { invalidOption, notMnist } from './errors.js';
import { openDataPackage, openFolder, type Folder, type FolderRequest, type IdxPair } from './folder.js';
import type { IdxArray } from './idx.js';
import { parseManifest, type SplitName } from './manifest.js';
import { readIdx } from './read-idx.js';
import { readClassicFiles } from './read-classic-files.js';
import { readShards } from './read-shards.js';

/**
 * - a URL or path: a folder with `manifest.json` and shards, or with the four original IDX files, plain or `.gz`
 *   (a string without a scheme is a path in Node, and relative to the page in a browser);
 * - bytes: the IDX files of the images and of the labels of the split, gzipped or not.
 */
export type MnistSource = string | URL | { readonly images: Uint8Array; readonly labels: Uint8Array };

export interface MnistOptions {
  /** The package `@convlens/data-mnist` unless told. */
  readonly source?: MnistSource;
  /** 60,000 digits to train on (`'train'`, unless told) or the 10,000 that only judge (`'test'`). */
  readonly split?: SplitName;
  /** How many digits, from the first; all unless told. From shards, no more is loaded than that needs. */
  readonly limit?: number;
  readonly signal?: AbortSignal;
}

/**
 * Loads the MNIST handwritten digits: 28 x 28 pixels, white ink (255) on black (0), classes `'0'` to `'9'`.
 *
 * Nothing is fetched from elsewhere unless `source` says so.
 *
 * @throws DatasetError `DATA_PACKAGE_MISSING` without a source and without `@convlens/data-mnist`; `FILE_MISSING`,
 * `FETCH_FAILED` and the codes of `readIdx` when a source does not hold what it should; `NOT_MNIST` when it holds other data.
 * @throws The reason of `signal` once that is aborted.
 * @example
 * const digits = await mnist({ limit: 5 });
 * digits.images.shape // [5, 28, 28, 1]
 * digits.labels // Uint8Array [5, 0, 4, 1, 9]
 */
export async function mnist({
  source,
  split = 'train',
  limit = Infinity,
  signal,
}: MnistOptions = {}): Promise<Dataset> {
  if (split !== 'train' && split !== 'test')
    throw invalidOption('mnist', 'split', "'train' or 'test'", split, 'Hold digits back with dataset.split.');
  if (limit !== Infinity && !(Number.isInteger(limit) && limit > 0)) {
    throw invalidOption(
      'mnist',
      'limit',
      'a whole number of 1 or more',
      limit,
      'Leave it out for all digits.',
    );
  }
  signal?.throwIfAborted();
  const { images, labels } = await read(source, { split, limit, signal });
  signal?.throwIfAborted();
  return toDataset(images, labels, limit);
}

async function read(source: MnistSource | undefined, request: FolderRequest): Promise<IdxPair> {
  if (source === undefined) return readFolder(await openDataPackage(), request);
  if (typeof source === 'string' || source instanceof URL) return readFolder(openFolder(source), request);
  return { images: await readIdx(source.images), labels: await readIdx(source.labels) };
}

async function readFolder(folder: Folder, request: FolderRequest): Promise<IdxPair> {
  const manifest = await folder.read('manifest.json', { maxBytes: 2 ** 22, signal: request.signal });
  return manifest === undefined
    ? readClassicFiles(folder, request)
    : readShards(folder, parseManifest(manifest), request);
}

function toDataset(
  { shape, data: pixels }: IdxArray,
  { shape: [count, ...rest], data: labels }: IdxArray,
  limit: number,
): Dataset {
  const [images, height, width] = shape;
  if (!(pixels instanceof Uint8Array) || shape.length !== 3 || height !== 28 || width !== 28) {
    throw notMnist('images of 28 x 28 bytes', `${pixels.constructor.name} of shape [${shape.join(', ')}]`);
  }
  if (!(labels instanceof Uint8Array) || rest.length > 0 || count !== images) {
    throw notMnist(
      `${images} labels of one byte`,
      `${labels.constructor.name} of shape [${[count, ...rest].join(', ')}]`,
    );
  }
  const classNames = Array.from({ length: 10 }, (_, digit) => String(digit));
  const whole = new Dataset({ images: { shape: [images!, 28, 28, 1], data: pixels }, labels, classNames });
  return limit < whole.length ? whole.take(limit) : whole;
}

/** Reads the files of the original database, under the names that they have on most mirrors. */
import { missingFile } from './errors.js';
import type { Folder, FolderRequest, IdxPair } from './folder.js';
import { defaultMaxBytes, type IdxArray } from './idx.js';
import { readIdx } from './read-idx.js';

const prefixes = { train: 'train', test: 't10k' } as const;

export async function readClassicFiles(folder: Folder, { split, signal }: FolderRequest): Promise<IdxPair> {
  const read = async (kind: string): Promise<IdxArray> =>
    readIdx(await firstPresent(folder, spellings(`${prefixes[split]}-${kind}`), signal));
  return { labels: await read('labels-idx1-ubyte'), images: await read('images-idx3-ubyte') };
}

/** With a hyphen as published first, with a dot as some archives unpack it; plain or gzipped. */
function spellings(name: string): string[] {
  const dotted = name.replace('-idx', '.idx');
  return [name, `${name}.gz`, dotted, `${dotted}.gz`];
}

async function firstPresent(
  folder: Folder,
  names: readonly string[],
  signal: AbortSignal | undefined,
): Promise<Uint8Array> {
  for (const name of names) {
    const bytes = await folder.read(name, { maxBytes: defaultMaxBytes, signal });
    if (bytes !== undefined) return bytes;
  }
  throw missingFile(folder.place, ['manifest.json', ...names]);
}

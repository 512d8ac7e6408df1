/** A place where files are found by name: a folder on a server, a folder on the disk, or the package of the digits. */
import { invalidOption, noDataPackage } from './errors.js';
import type { IdxArray } from './idx.js';
import type { SplitName } from './manifest.js';
import { nodeModule, readBytes, type ReadOptions } from './read-bytes.js';

export interface Folder {
  /** For messages. */
  readonly place: string;
  /** `undefined` where there is no such file. */
  read(name: string, options: ReadOptions): Promise<Uint8Array | undefined>;
}

/** What of a folder is asked for. */
export interface FolderRequest {
  readonly split: SplitName;
  readonly limit: number;
  readonly signal: AbortSignal | undefined;
}

export interface IdxPair {
  readonly images: IdxArray;
  readonly labels: IdxArray;
}

/** The folder at a URL; a string without a scheme is a path in Node and an address relative to the page in a browser. */
export function openFolder(source: string | URL): Folder {
  const base = toUrl(source);
  if (!base.pathname.endsWith('/')) base.pathname += '/';
  return { place: base.href, read: (name, options) => readBytes(new URL(name, base), options) };
}

/** The files of `@convlens/data-mnist`, which stays a separate, optional package: it is large. */
export async function openDataPackage(): Promise<Folder> {
  const { files } = await import('@convlens/data-mnist').catch((cause: unknown) => {
    throw noDataPackage(cause);
  });
  return {
    place: '@convlens/data-mnist',
    read: async (name, options) => (files[name] === undefined ? undefined : readBytes(files[name], options)),
  };
}

function toUrl(source: string | URL): URL {
  const text = String(source);
  // Two letters at least: `C:\digits` is a path.
  if (/^[a-z][a-z0-9+.-]+:/i.test(text)) return new URL(text);
  const url = nodeModule('node:url');
  if (url) return url.pathToFileURL(text);
  // A page has its document's address, a worker its own.
  const base = typeof document === 'undefined' ? location.href : document.baseURI;
  if (!URL.canParse(text, base))
    throw invalidOption('mnist', 'source', 'an address of a folder', text, 'Give it in full.');
  return new URL(text, base);
}

/** Models to disk and back. In a browser use `toSafetensors` and `load(url)`. */
import type * as FileSystem from 'node:fs/promises';
import type { Sequential } from '../models/sequential.js';
import { noFileSystem, notFetched } from './file-errors.js';
import { fromSafetensors, toSafetensors } from './model-file.js';
import type { LoadedModel, Provenance } from './model-file.js';

/**
 * Writes a built model as safetensors, all or nothing: a reader never meets half a file.
 * @throws LayersError `NOT_BUILT`; `NO_FILE_SYSTEM` outside Node
 * @example await save(model, 'digits.safetensors');
 */
export async function save(model: Sequential, path: string, provenance?: Provenance): Promise<void> {
  const bytes = await toSafetensors(model, provenance);
  const { rename, rm, writeFile } = await fileSystem(path);
  const unfinished = `${path}.${Date.now().toString(36)}.part`;
  try {
    await writeFile(unfinished, bytes);
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

/**
 * Reads a model from bytes, a URL or (in Node) a path.
 *
 * @returns the model, not built yet: `model.build(runtime)` gives it the file's weights.
 * @throws LayersError `NOT_FETCHED`, and what `fromSafetensors` throws
 * @example const model = await load('digits.safetensors'); model.build(runtime);
 */
export async function load(source: string | URL | Uint8Array): Promise<Sequential> {
  return (await loadWithProvenance(source)).model;
}

/** The same, and where the weights come from. */
export async function loadWithProvenance(source: string | URL | Uint8Array): Promise<LoadedModel> {
  return fromSafetensors(source instanceof Uint8Array ? source : await readBytes(source));
}

async function readBytes(given: string | URL): Promise<Uint8Array> {
  // A file's address as text is an address, not a path.
  const source = typeof given === 'string' && given.startsWith('file:') ? new URL(given) : given;
  const isFile =
    source instanceof URL ? source.protocol === 'file:' : isNode() && !/^(https?|blob|data):/.test(source);
  if (isFile) return (await fileSystem(String(source))).readFile(source);
  const response = await fetch(source).catch((error: unknown) => {
    throw notFetched(String(source), String(error));
  });
  if (!response.ok) throw notFetched(String(source), `status ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

const isNode = (): boolean => typeof process !== 'undefined' && process.versions?.node !== undefined;

async function fileSystem(path: string): Promise<typeof FileSystem> {
  if (!isNode()) throw noFileSystem(path);
  // Out of sight of bundlers: a page never gets here.
  const name = 'node:fs/promises';
  return import(/* @vite-ignore */ name) as Promise<typeof FileSystem>;
}

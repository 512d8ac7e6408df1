/** Reads the bytes at a URL: over the network, or from the disk where Node is. At most as many as asked for. */
import type * as FsPromises from 'node:fs/promises';
import type * as NodeUrl from 'node:url';
import { fetchFailed, fileTooLarge } from './errors.js';

export interface ReadOptions {
  readonly maxBytes: number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * The bytes, or `undefined` where there is no such file (also where a server answers for it with a web page).
 * @throws DatasetError `FILE_TOO_LARGE` or `FETCH_FAILED`; the reason of `signal` once that is aborted.
 */
export async function readBytes(url: URL, options: ReadOptions): Promise<Uint8Array | undefined> {
  options.signal?.throwIfAborted();
  const files = url.protocol === 'file:' ? nodeModule('node:fs/promises') : undefined;
  return files === undefined ? readResponse(url, options) : readFromDisk(files, url, options);
}

/**
 * A module of Node where this is Node. Not an `import()`: bundlers for browsers would try to follow it.
 */
export function nodeModule<K extends keyof NodeModules>(name: K): NodeModules[K] | undefined {
  const host = (globalThis as { process?: { getBuiltinModule?: (name: string) => unknown } }).process;
  // getBuiltinModule answers with the module of that name, or with nothing.
  return host?.getBuiltinModule?.(name) as NodeModules[K] | undefined;
}

interface NodeModules {
  'node:fs/promises': typeof FsPromises;
  'node:url': typeof NodeUrl;
}

async function readFromDisk(
  files: NodeModules['node:fs/promises'],
  url: URL,
  { maxBytes, signal }: ReadOptions,
): Promise<Uint8Array | undefined> {
  try {
    if ((await files.stat(url)).size > maxBytes) throw fileTooLarge(url.href, maxBytes);
    return await files.readFile(url, { signal });
  } catch (cause) {
    signal?.throwIfAborted();
    if (['ENOENT', 'ENOTDIR'].includes((cause as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw cause instanceof Error && cause.name === 'DatasetError'
      ? cause
      : fetchFailed(url.href, String(cause), cause);
  }
}

async function readResponse(url: URL, { maxBytes, signal }: ReadOptions): Promise<Uint8Array | undefined> {
  const response = await fetch(url, signal ? { signal } : {}).catch((cause: unknown) => {
    signal?.throwIfAborted();
    throw fetchFailed(url.href, String(cause), cause);
  });
  const isPage = response.headers.get('content-type')?.startsWith('text/html') ?? false;
  if (response.status === 404 || response.status === 410 || (response.ok && isPage)) {
    await response.body?.cancel();
    return undefined;
  }
  if (!response.ok) throw fetchFailed(url.href, `status ${response.status}`);
  return collect(response, url, { maxBytes, signal });
}

async function collect(response: Response, url: URL, { maxBytes, signal }: ReadOptions): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  while (reader) {
    const { done, value } = await reader.read().catch((cause: unknown) => {
      signal?.throwIfAborted();
      throw fetchFailed(url.href, String(cause), cause);
    });
    if (done) break;
    length += value.length;
    if (length > maxBytes) {
      await reader.cancel();
      throw fileTooLarge(url.href, maxBytes);
    }
    chunks.push(value);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

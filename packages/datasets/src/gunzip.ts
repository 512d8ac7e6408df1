/** Unpacks gzip without trusting it: the reader of the stream decides when enough is enough. */
import { brokenGzip } from './errors.js';

/** No deflate stream unpacks to more than this many times its length (zlib's documentation: 1032 to 1). */
export const maxDeflateRatio = 1032;

export const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/**
 * The unpacked bytes, chunk by chunk. Stopping early ends the work: a bomb costs one chunk.
 * @throws DatasetError `GZIP` when the file is damaged or incomplete.
 */
export async function* gunzip(bytes: Uint8Array): AsyncGenerator<Uint8Array, void> {
  // A Blob's own stream feeds in slices, so that a large file is never unpacked in one go.
  const source = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream();
  const reader = source.pipeThrough(new DecompressionStream('gzip')).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read().catch((cause: unknown) => {
        throw brokenGzip(cause);
      });
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

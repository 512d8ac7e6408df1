/** Reads an IDX file, gzipped or not. */
import { idxTrailing, idxTruncated } from './errors.js';
import { gunzip, isGzip, maxDeflateRatio } from './gunzip.js';
import {
  defaultMaxBytes,
  longestHeader,
  parseIdx,
  parseIdxHeader,
  type IdxArray,
  type IdxHeader,
} from './idx.js';

/**
 * Reads an IDX file from bytes, gzipped or not (the bytes tell).
 *
 * Memory stays below `maxBytes` and below what the file can hold, whatever its header says: a gzip file is unpacked only
 * when the size in the header is one that its length can reach, and no further than that size.
 *
 * @param options.maxBytes The largest unpacked file that the header may ask for; 2^28 unless told.
 * @throws DatasetError `IDX_MAGIC`, `IDX_TRUNCATED`, `IDX_TRAILING`, `IDX_TOO_LARGE` or `GZIP`.
 * @example (await readIdx(Uint8Array.of(0, 0, 8, 1, 0, 0, 0, 3, 5, 0, 4))).shape // [3]
 */
export async function readIdx(
  bytes: Uint8Array,
  { maxBytes = defaultMaxBytes }: { maxBytes?: number } = {},
): Promise<IdxArray> {
  if (!isGzip(bytes)) return parseIdx(bytes, { maxBytes });
  return parseIdx(await unpack(bytes, maxBytes), { maxBytes });
}

async function unpack(bytes: Uint8Array, maxBytes: number): Promise<Uint8Array> {
  const start = new Uint8Array(longestHeader);
  let header: IdxHeader | undefined;
  let out = start;
  let length = 0;
  for await (const chunk of gunzip(bytes)) {
    let rest = chunk;
    if (header === undefined) {
      const begin = chunk.subarray(0, start.length - length);
      start.set(begin, length);
      length += begin.length;
      rest = chunk.subarray(begin.length);
      if (length < start.length) continue;
      header = promised(start, bytes.length, maxBytes);
      if (header.byteLength < length) throw idxTrailing(header.byteLength, 'more');
      out = new Uint8Array(header.byteLength);
      out.set(start);
    }
    if (length + rest.length > out.length) throw idxTrailing(out.length, 'more');
    out.set(rest, length);
    length += rest.length;
  }
  return out.subarray(0, length);
}

/** The header, where its promise can be kept by a file of this length. */
function promised(start: Uint8Array, packedBytes: number, maxBytes: number): IdxHeader {
  const header = parseIdxHeader(start, maxBytes);
  const reachable = packedBytes * maxDeflateRatio;
  if (header.byteLength > reachable) throw idxTruncated(header.byteLength, reachable, true);
  return header;
}

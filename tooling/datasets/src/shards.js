// Cuts one IDX file into gzipped IDX files: a shard is a data set of its own that any IDX reader understands.
import { constants, gzipSync } from 'node:zlib';
import { sha256 } from './fetch-origin.js';

const headerBytes = (bytes) => 4 + 4 * bytes[3];

/** Number of items by the header of an IDX file. */
export const itemCount = (bytes) => bytes.readUInt32BE(4);

/** Items `first` to `first + count` of an IDX file, as an IDX file. */
export function sliceIdx(bytes, first, count) {
  const header = Buffer.from(bytes.subarray(0, headerBytes(bytes)));
  const itemBytes = (bytes.length - header.length) / itemCount(bytes);
  header.writeUInt32BE(count, 4);
  return Buffer.concat([
    header,
    bytes.subarray(header.length + first * itemBytes, header.length + (first + count) * itemBytes),
  ]);
}

/**
 * Gzip with a header that tells nothing of the machine: no time, no name, "unknown" for the operating system.
 * Another version of zlib may still choose other matches; the content's own hash stays.
 */
export function gzip(bytes) {
  const packed = gzipSync(bytes, { level: 9, memLevel: constants.Z_MAX_MEMLEVEL });
  packed.fill(0, 4, 8);
  packed[9] = 255;
  return packed;
}

/** The manifest's entry for one shard, and its bytes. */
export function makeShard({ bytes, kind, split, first, count }) {
  const content = sliceIdx(bytes, first, count);
  const packed = gzip(content);
  // The name ends in .bin: many servers declare `.gz` as a content encoding, and the browser would unpack it unasked.
  const place = kind === 'images' ? `-${String(first).padStart(5, '0')}` : '';
  const entry = {
    file: `${split}-${kind}${place}.bin`,
    kind,
    split,
    first,
    count,
    bytes: packed.length,
    sha256: sha256(packed),
    contentBytes: content.length,
    contentSha256: sha256(content),
  };
  return { entry, packed };
}

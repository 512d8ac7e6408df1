/**
 * The IDX format of the MNIST database: bytes 0, 0, type, rank; one big-endian 32-bit size an axis; the values, big-endian.
 * Reads plain bytes; `read-idx.ts` also unpacks gzip.
 */
import type { Shape } from '@convlens/types';
import { idxMagic, idxTooLarge, idxTrailing, idxTruncated } from './errors.js';

export type IdxData = Uint8Array | Int8Array | Int16Array | Int32Array | Float32Array | Float64Array;

/** What an IDX file holds: values in row-major order. */
export interface IdxArray {
  readonly shape: Shape;
  readonly data: IdxData;
}

/** What the first bytes promise. */
export interface IdxHeader {
  readonly shape: Shape;
  readonly type: IdxType;
  readonly headerBytes: number;
  /** Of the whole file. */
  readonly byteLength: number;
}

export interface IdxType {
  readonly bytes: 1 | 2 | 4 | 8;
  readonly read: (view: DataView, offset: number, count: number) => IdxData;
}

/** A quarter of a gigabyte: five times MNIST's training images. */
export const defaultMaxBytes = 2 ** 28;
const maxRank = 8;

/** By the third byte of a file. */
const types: Readonly<Record<number, IdxType>> = {
  0x08: {
    bytes: 1,
    read: (view, offset, count) => new Uint8Array(view.buffer, view.byteOffset + offset, count),
  },
  0x09: {
    bytes: 1,
    read: (view, offset, count) => new Int8Array(view.buffer, view.byteOffset + offset, count),
  },
  0x0b: {
    bytes: 2,
    read: (view, offset, count) =>
      Int16Array.from({ length: count }, (_, i) => view.getInt16(offset + 2 * i)),
  },
  0x0c: {
    bytes: 4,
    read: (view, offset, count) =>
      Int32Array.from({ length: count }, (_, i) => view.getInt32(offset + 4 * i)),
  },
  0x0d: {
    bytes: 4,
    read: (view, offset, count) =>
      Float32Array.from({ length: count }, (_, i) => view.getFloat32(offset + 4 * i)),
  },
  0x0e: {
    bytes: 8,
    read: (view, offset, count) =>
      Float64Array.from({ length: count }, (_, i) => view.getFloat64(offset + 8 * i)),
  },
};

/** Enough bytes to hold the header of any file that is read. */
export const longestHeader = 4 + 4 * maxRank;

/** Reads and checks the header alone, before anything is allocated for the values. */
export function parseIdxHeader(bytes: Uint8Array, maxBytes: number): IdxHeader {
  const [zero, zeroToo, code, rank] = bytes;
  const type = types[code ?? -1];
  if (zero !== 0 || zeroToo !== 0 || type === undefined || rank === undefined || rank < 1 || rank > maxRank) {
    throw idxMagic(
      bytes.length < 4
        ? `${bytes.length} bytes`
        : `a file that begins with ${[...bytes.subarray(0, 4)].join(', ')}`,
    );
  }
  const headerBytes = 4 + 4 * rank;
  if (bytes.length < headerBytes) throw idxTruncated(headerBytes, bytes.length, false);
  const view = new DataView(bytes.buffer, bytes.byteOffset, headerBytes);
  const shape = Array.from({ length: rank }, (_, axis) => view.getUint32(4 + 4 * axis));
  // In float64 a product beyond 2^53 is only rounded and one of eight sizes stays finite: it cannot wrap to a small number.
  const byteLength = headerBytes + type.bytes * shape.reduce((product, size) => product * size, 1);
  if (byteLength > maxBytes) throw idxTooLarge(byteLength, maxBytes);
  return { shape, type, headerBytes, byteLength };
}

/**
 * Reads an IDX file from plain bytes.
 *
 * Bytes (types 8 and 9) are a view of the input, wider values are copied into native order.
 * Allocates no more than the file is long.
 *
 * @param options.maxBytes The largest file that the header may ask for; 2^28 unless told.
 * @throws DatasetError `IDX_MAGIC`, `IDX_TRUNCATED`, `IDX_TRAILING` or `IDX_TOO_LARGE`.
 * @example parseIdx(Uint8Array.of(0, 0, 8, 1, 0, 0, 0, 3, 5, 0, 4)) // { shape: [3], data: Uint8Array [5, 0, 4] }
 */
export function parseIdx(
  bytes: Uint8Array,
  { maxBytes = defaultMaxBytes }: { maxBytes?: number } = {},
): IdxArray {
  const { shape, type, headerBytes, byteLength } = parseIdxHeader(bytes, maxBytes);
  if (bytes.length < byteLength) throw idxTruncated(byteLength, bytes.length, false);
  if (bytes.length > byteLength) throw idxTrailing(byteLength, String(bytes.length));
  const view = new DataView(bytes.buffer, bytes.byteOffset, byteLength);
  return { shape, data: type.read(view, headerBytes, (byteLength - headerBytes) / type.bytes) };
}

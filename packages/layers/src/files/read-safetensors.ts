/**
 * Reads safetensors (https://github.com/huggingface/safetensors): 8 bytes with the length of a JSON header, the header,
 * the values. The file may come from anywhere: every number in it is checked before it is used, and nothing is allocated
 * beyond the file's own size.
 */
import type { DType, HostTensor, Shape, TypedArray } from '@convlens/types';
import { describe } from '../errors.js';
import { firstDuplicateName } from './duplicate-names.js';
import { invalidFile, unsupportedTensor } from './file-errors.js';

export interface SafetensorsFile {
  /** A map, because any text is a legal name, `__proto__` too. */
  readonly tensors: ReadonlyMap<string, HostTensor>;
  /** `__metadata__`: text by name. */
  readonly metadata: ReadonlyMap<string, string>;
}

/** The format's own limit, 100 MB. */
const largestHeader = 100_000_000;

const dtypes = new Map<
  string,
  readonly [dtype: DType, width: number, read: (bytes: ArrayBuffer) => TypedArray]
>([
  ['F32', ['float32', 4, (bytes) => new Float32Array(bytes)]],
  ['F64', ['float64', 8, (bytes) => new Float64Array(bytes)]],
  ['I32', ['int32', 4, (bytes) => new Int32Array(bytes)]],
  ['U8', ['uint8', 1, (bytes) => new Uint8Array(bytes)]],
  ['BOOL', ['bool', 1, (bytes) => new Uint8Array(bytes)]],
]);

/**
 * @throws LayersError `INVALID_FILE`, `UNSUPPORTED_DTYPE`
 * @example readSafetensors(bytes).tensors.get('conv1/filter').shape // [5, 5, 1, 8]
 */
export function readSafetensors(bytes: Uint8Array): SafetensorsFile {
  const { header, dataStart } = readHeader(bytes);
  const tensors = new Map<string, HostTensor>();
  const ranges: (readonly [name: string, begin: number, end: number])[] = [];
  let metadata: ReadonlyMap<string, string> = new Map();
  for (const [name, entry] of header) {
    if (name === '__metadata__') {
      metadata = readMetadata(entry);
      continue;
    }
    const { begin, end, tensor } = readTensor(name, entry, bytes, dataStart);
    tensors.set(name, tensor);
    ranges.push([name, begin, end]);
  }
  assertNoOverlap(ranges, bytes.byteLength - dataStart);
  return { tensors, metadata };
}

function readHeader(bytes: Uint8Array): {
  readonly header: readonly (readonly [string, unknown])[];
  readonly dataStart: number;
} {
  if (bytes.byteLength < 8) throw invalidFile('at least 8 bytes', String(bytes.byteLength));
  const start = new TextDecoder().decode(bytes.subarray(0, 40));
  if (start.startsWith('version https://git-lfs')) {
    throw invalidFile(
      'a safetensors file',
      'a Git LFS pointer, not the file itself',
      'Fetch the file: git lfs pull.',
    );
  }
  const length = new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true);
  if (length > BigInt(Math.min(bytes.byteLength - 8, largestHeader))) {
    throw invalidFile(
      `a header of at most ${Math.min(bytes.byteLength - 8, largestHeader)} bytes`,
      String(length),
    );
  }
  const dataStart = 8 + Number(length);
  const text = decodeText(bytes.subarray(8, dataStart));
  const header = parse(text);
  if (!isObject(header)) throw invalidFile('a JSON object as header', describe(header));
  const twice = firstDuplicateName(text);
  if (twice !== undefined) throw invalidFile('every name once', `"${twice}" twice`);
  return { header: Object.entries(header), dataStart };
}

function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw invalidFile('a header in UTF-8', 'other bytes');
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw invalidFile('a header in JSON', describe(text.slice(0, 40)));
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function readMetadata(entry: unknown): ReadonlyMap<string, string> {
  if (!isObject(entry) || !Object.values(entry).every((value) => typeof value === 'string')) {
    throw invalidFile('__metadata__ to hold text by name', describe(entry));
  }
  return new Map(Object.entries(entry) as [string, string][]);
}

function readTensor(
  name: string,
  entry: unknown,
  bytes: Uint8Array,
  dataStart: number,
): { readonly begin: number; readonly end: number; readonly tensor: HostTensor } {
  if (!isObject(entry)) throw invalidFile(`"${name}" to hold dtype, shape and data_offsets`, describe(entry));
  const { dtype: dtypeName, shape, data_offsets: offsets } = entry;
  const known = dtypes.get(String(dtypeName));
  if (!known) throw unsupportedTensor(name, describe(dtypeName), [...dtypes.keys()]);
  const [dtype, width, read] = known;
  if (!isSizes(shape)) throw invalidFile(`"${name}" to have a shape of whole numbers`, describe(shape));
  if (
    !isSizes(offsets) ||
    offsets.length !== 2 ||
    offsets[0]! > offsets[1]! ||
    offsets[1]! > bytes.byteLength - dataStart
  ) {
    throw invalidFile(
      `"${name}" to lie at two rising whole offsets up to ${bytes.byteLength - dataStart}`,
      describe(offsets),
    );
  }
  const [begin, end] = offsets as unknown as readonly [number, number];
  const size = shape.reduce((product, n) => product * n, 1);
  if (end - begin !== size * width)
    throw invalidFile(`${size * width} bytes for "${name}" of [${shape.join(', ')}]`, String(end - begin));
  // A copy: the header's length decides where the values begin, so they may lie anywhere. (Not `slice`: a Node Buffer's
  // shares its memory.)
  const own = new Uint8Array(bytes.subarray(dataStart + begin, dataStart + end)).buffer;
  return { begin, end, tensor: { shape, dtype, data: read(own) } };
}

const isSizes = (value: unknown): value is Shape =>
  Array.isArray(value) && value.length <= 32 && value.every((n) => Number.isSafeInteger(n) && n >= 0);

/** As the format demands: no byte belongs to two tensors, and none to nobody. */
function assertNoOverlap(
  ranges: readonly (readonly [name: string, begin: number, end: number])[],
  total: number,
): void {
  let reached = 0;
  for (const [name, begin, end] of [...ranges].sort((a, b) => a[1] - b[1] || a[2] - b[2])) {
    if (begin !== reached)
      throw invalidFile(`"${name}" to begin at byte ${reached}, where the one before ends`, String(begin));
    reached = end;
  }
  if (reached !== total) throw invalidFile(`${reached} bytes of values`, String(total));
}

/** The numbers of a foreign trace: a list, a Float32Array or base64, each as long as its shape says. */
import type { RecordedTensor } from '@convlens/types';
import { invalidData, invalidValue, lengthMismatch, tooLarge, written } from './record-errors.js';
import { isObject, nullMap, objectAt, own, productOf, shapeAt } from './record-parts.js';

/** 64 MB of float32. */
export const mostNumbers = 2 ** 24;
const mostTensors = 20_000;
const longestPath = 410;

export function tensorsOf(value: unknown): Readonly<Record<string, RecordedTensor>> {
  const entries = Object.entries(objectAt(value, 'tensors'));
  if (entries.length > mostTensors) throw tooLarge('tensors', mostTensors, entries.length);
  const tensors = nullMap<RecordedTensor>();
  let count = 0;
  for (const [path, entry] of entries) {
    if (path.length > longestPath)
      throw invalidValue(
        'each path in tensors',
        `at most ${longestPath} characters long`,
        path,
        'Name a tensor after its layer: conv1/output.',
      );
    const tensor = objectAt(entry, path);
    const shape = shapeAt(own(tensor, 'shape'), `shape of ${path}`, mostNumbers);
    // All are counted before the first is read.
    count += productOf(shape);
    if (count > mostNumbers) throw tooLarge('numbers in all tensors', mostNumbers, count);
    tensors[path] = { shape, data: numbersOf(own(tensor, 'data'), path, shape) };
  }
  return tensors;
}

function numbersOf(data: unknown, path: string, shape: readonly number[]): RecordedTensor['data'] {
  const count = productOf(shape);
  const expect = (received: number): void => {
    if (received !== count) throw lengthMismatch(path, shape, count, received);
  };
  if (isFloat32Array(data)) {
    expect(data.length);
    return data;
  }
  if (Array.isArray(data)) {
    expect(data.length);
    return listOf(data, path);
  }
  const base64 = isObject(data) ? own(data, 'base64') : undefined;
  if (typeof base64 !== 'string') throw invalidData(path, written(data));
  const bytes =
    Math.floor((base64.length * 3) / 4) - (base64.endsWith('==') ? 2 : base64.endsWith('=') ? 1 : 0);
  if (bytes % 4 !== 0 || base64.length % 4 !== 0)
    throw invalidData(path, `base64 of ${bytes} bytes, which is no whole number of float32`);
  expect(bytes / 4);
  return floatsOf(base64, path, count);
}

/** Of this page or of another frame, whose Float32Array is another class. */
const isFloat32Array = (value: unknown): value is Float32Array =>
  ArrayBuffer.isView(value) && Object.prototype.toString.call(value) === '[object Float32Array]';

/** A list as it is; a copy where `null` stands for what JSON cannot write: NaN. */
function listOf(list: readonly unknown[], path: string): readonly number[] {
  let hasNull = false;
  for (let index = 0; index < list.length; index++) {
    const entry = list[index];
    if (entry === null) hasNull = true;
    else if (typeof entry !== 'number') throw invalidData(path, `${written(entry)} at place ${index}`);
  }
  // What is no number has thrown: only null is left to replace.
  return hasNull
    ? list.map((entry) => (entry === null ? NaN : (entry as number)))
    : (list as readonly number[]);
}

/** Little-endian float32, whatever this machine's own order. */
function floatsOf(base64: string, path: string, count: number): Float32Array {
  const binary = decoded(base64);
  // Blanks count as length and decode to nothing.
  if (binary?.length !== count * 4) throw invalidData(path, 'a string that is no base64 of so many bytes');
  const bytes = new DataView(new ArrayBuffer(binary.length));
  for (let at = 0; at < binary.length; at++) bytes.setUint8(at, binary.charCodeAt(at));
  return Float32Array.from({ length: count }, (_, index) => bytes.getFloat32(index * 4, true));
}

function decoded(base64: string): string | undefined {
  try {
    return atob(base64);
  } catch {
    return undefined;
  }
}

/** What an element is given as `.data`, read once an object: the same object gives the same record, or the same error. */
import type { ActivationRecord } from '@convlens/types';
import { readRecord } from '../trace/read-record.js';

export class RecordReader {
  /** By the object that was given: going to and fro between two traces reads neither again. */
  readonly #known = new WeakMap<object, ActivationRecord | Error>();

  read(data: unknown): ActivationRecord | Error {
    if (typeof data !== 'object' || data === null) return attempt(data);
    const known = this.#known.get(data);
    if (known) return known;
    const read = attempt(data);
    this.#known.set(data, read);
    return read;
  }
}

/** An object of foreign code may throw whatever it likes when it is looked at. */
function attempt(data: unknown): ActivationRecord | Error {
  try {
    return readRecord(data);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

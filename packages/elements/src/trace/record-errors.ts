/** Why something is no trace, one function each: expected, received, remedy. */

export type RecordErrorCode =
  | 'NO_RECORD'
  | 'WRONG_FORMAT'
  | 'OTHER_VERSION'
  | 'INVALID_VALUE'
  | 'INVALID_DATA'
  | 'LENGTH_MISMATCH'
  | 'SHAPE_MISMATCH'
  | 'IMPOSSIBLE_LAYER'
  | 'TOO_LARGE';

/** What is no trace. `code` is also the anchor of its paragraph in `docs/trace-format.md`. */
export class RecordError extends Error {
  override readonly name = 'RecordError';
  readonly code: RecordErrorCode;
  readonly expected: string;
  readonly received: string;
  readonly remedy: string;
  constructor(code: RecordErrorCode, expected: string, received: string, remedy: string) {
    super(`readRecord: expected ${expected}, received ${received}. ${remedy}`);
    this.code = code;
    this.expected = expected;
    this.received = received;
    this.remedy = remedy;
  }
}

export const noRecord = (received: unknown): RecordError =>
  new RecordError(
    'NO_RECORD',
    'a trace, an object with format, version, model and tensors',
    written(received),
    typeof received === 'string'
      ? 'Parse the text first: JSON.parse(text).'
      : 'Give the object that the JSON file holds.',
  );

export const wrongFormat = (received: unknown): RecordError =>
  new RecordError(
    'WRONG_FORMAT',
    `format 'convlens.trace'`,
    written(received),
    'Check that this is the file of a trace, not of a model or its weights.',
  );

export const otherVersion = (received: unknown): RecordError =>
  new RecordError(
    'OTHER_VERSION',
    'version 1',
    written(received),
    'Write the trace again as version 1, or take the version of ConvLens that wrote it.',
  );

/** A part that is not of its kind. */
export const invalidValue = (name: string, kind: string, received: unknown, remedy: string): RecordError =>
  new RecordError('INVALID_VALUE', `${name} to be ${kind}`, written(received), remedy);

export const invalidData = (path: string, received: string): RecordError =>
  new RecordError(
    'INVALID_DATA',
    `data of ${path} to be a list of numbers, a Float32Array or { base64 }`,
    received,
    'Write one number for each place, in row order, with null where there is none.',
  );

export const lengthMismatch = (
  path: string,
  shape: readonly number[],
  count: number,
  received: number,
): RecordError =>
  new RecordError(
    'LENGTH_MISMATCH',
    `${count} numbers in ${path} for its shape [${shape.join(', ')}]`,
    String(received),
    'Check its shape, or write all of its numbers.',
  );

export const shapeMismatch = (
  what: string,
  expected: readonly number[],
  received: readonly number[],
  remedy: string,
): RecordError =>
  new RecordError(
    'SHAPE_MISMATCH',
    `${what} of shape [${expected.join(', ')}]`,
    `[${received.join(', ')}]`,
    remedy,
  );

/** @param reason Of `windowPlan`, in its own sentence. */
export const impossibleLayer = (
  layer: string,
  input: readonly number[],
  settings: string,
  reason: string,
): RecordError =>
  new RecordError(
    'IMPOSSIBLE_LAYER',
    `settings of ${layer} that fit its input [${input.join(', ')}]`,
    settings,
    reason,
  );

export const tooLarge = (what: string, most: number, received: number): RecordError =>
  new RecordError(
    'TOO_LARGE',
    `at most ${grouped(most)} ${what}`,
    grouped(received),
    'Record a smaller network, or only those tensors that are to be drawn.',
  );

/** Digits in groups of three, in whatever language the page is: the sentence around them is English. */
const grouped = (count: number): string => count.toLocaleString('en');

/** A foreign value in a few words: short, whatever it is. */
export function written(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'string')
    return value.length > 40 ? `a string of ${grouped(value.length)} characters` : JSON.stringify(value);
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return String(value);
  if (Array.isArray(value)) return `a list of ${grouped(value.length)}`;
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

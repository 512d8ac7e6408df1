/** Why something is no state of an element: op, expected, received, remedy. */

export type StateErrorCode =
  'BAD_SETTING' | 'NOT_A_STATE' | 'OTHER_ELEMENT' | 'STATE_TOO_LARGE' | 'STATE_VERSION' | 'UNKNOWN_SETTING';

export class StateError extends Error {
  override readonly name = 'StateError';
  readonly code: StateErrorCode;
  constructor(code: StateErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** Of whatever was received, as much as a sentence can hold. */
function told(received: unknown): string {
  if (received === undefined) return 'nothing';
  if (typeof received === 'function') return 'a function';
  if (typeof received === 'object' && received !== null)
    return Array.isArray(received) ? 'a list' : 'an object';
  const text = typeof received === 'string' ? JSON.stringify(received) : String(received);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

export const notAState = (expected: string, received: unknown): StateError =>
  new StateError(
    'NOT_A_STATE',
    `state: expected ${expected}, received ${told(received)}. Copy the whole link again.`,
  );

export const stateVersion = (expected: number, received: unknown): StateError =>
  new StateError(
    'STATE_VERSION',
    `state: expected version ${expected}, received ${told(received)}. Open the link with the release of ConvLens that made it, or a later one.`,
  );

export const otherElement = (expected: string, received: unknown): StateError =>
  new StateError(
    'OTHER_ELEMENT',
    `state: expected the state of <${expected}>, received that of ${told(received)}. Give it to the element that made it.`,
  );

export const stateTooLarge = (limit: number, received: number): StateError =>
  new StateError(
    'STATE_TOO_LARGE',
    `state: expected at most ${limit} characters in a link, received ${received}. Use smaller kernels, or the same one for every channel.`,
  );

export const unknownSetting = (name: string, known: readonly string[]): StateError =>
  new StateError(
    'UNKNOWN_SETTING',
    `state: expected settings among ${known.join(', ')}, received ${told(name)}. Take it out; nothing has been changed.`,
  );

export const badSetting = (name: string, expected: string, received: unknown): StateError =>
  new StateError(
    'BAD_SETTING',
    `state: expected ${name} to be ${expected}, received ${told(received)}. Correct it; nothing has been changed.`,
  );

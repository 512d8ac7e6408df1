/** Every error of this package, one function each: what, expected, received, remedy. */

export type LiveErrorCode =
  | 'FUNCTION_ACROSS'
  | 'BAD_MESSAGE'
  | 'NO_ENGINE'
  | 'ENGINE_ENDED'
  | 'ENGINE_FAILED'
  | 'TAP_BUDGET'
  | 'UNKNOWN_TAP'
  | 'UNKNOWN_COMMAND'
  | 'NOTHING_TO_CHANGE'
  | 'BAD_SETTING'
  | 'BAD_WEIGHT'
  | 'BUSY_TRAINING'
  | 'NO_PAGE_FILE';

export class LiveError extends Error {
  override readonly name = 'LiveError';
  readonly code: string;
  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

const error = (code: LiveErrorCode, message: string): LiveError => new LiveError(code, message);

export const functionAcross = (path: string): LiveError =>
  error(
    'FUNCTION_ACROSS',
    `engine: expected plain data, received a function at ${path}. Functions cannot reach a worker; write a worker of your own and pass createWorker:
  import { serveEngine } from '@convlens/live/worker';
  import { mine } from './mine.js';
  serveEngine({ backends: { mine } });`,
  );

export const badMessage = (received: string): LiveError =>
  error(
    'BAD_MESSAGE',
    `engine: expected a message of format convlens.engine, version 1, received ${received}. Page and worker must come from one release of @convlens/live.`,
  );

export const noEngine = (reasons: string): LiveError =>
  error(
    'NO_ENGINE',
    `engine: expected a way to run it, received none that works (${reasons}). Pass createWorker, or serve the page over http.`,
  );

export const engineEnded = (): LiveError =>
  error(
    'ENGINE_ENDED',
    'engine: expected a live engine, received one that was ended. Connect a new <cnn-model>.',
  );

export const engineFailed = (message: string): LiveError =>
  error(
    'ENGINE_FAILED',
    `engine: expected the worker to answer, received "${message}". It is started anew from its last snapshot.`,
  );

export const tapBudget = (path: string, bytes: number, used: number, limit: number): LiveError =>
  error(
    'TAP_BUDGET',
    `tap: expected all taps together to take at most ${limit} bytes a moment, received ${bytes} more for ${path} on top of ${used}. Ask for fewer rows, or close another view.`,
  );

export const unknownTap = (path: string, known: readonly string[]): LiveError =>
  error(
    'UNKNOWN_TAP',
    `tap: expected one of ${known.join(', ')}, received "${path}". A path is a layer's name and a part of it.`,
  );

export const unknownCommand = (type: string): LiveError =>
  error(
    'UNKNOWN_COMMAND',
    `send: expected input, train, pause, step or reset, received "${type}". Update @convlens/live, or correct the command.`,
  );

/** What crosses of an error: its code and message, for `restoreError` on the other side. */
export interface PlainError {
  readonly code: string;
  readonly message: string;
}

export function plainError(cause: unknown): PlainError {
  if (cause instanceof Error) {
    const code: unknown = (cause as { readonly code?: unknown }).code;
    return { code: typeof code === 'string' ? code : 'ENGINE_FAILED', message: cause.message };
  }
  return { code: 'ENGINE_FAILED', message: String(cause) };
}

export const restoreError = ({ code, message }: PlainError): LiveError => new LiveError(code, message);

export const nothingToChange = (command: string, layer: string, known: readonly string[]): LiveError =>
  error(
    'NOTHING_TO_CHANGE',
    `${command}: expected 'all' or one of ${known.join(', ') || 'no layer at all'}, received "${layer}". Name a layer of the network.`,
  );

export const badSetting = (name: string, expected: string, received: unknown): LiveError =>
  error(
    'BAD_SETTING',
    `engine: expected ${name} to be ${expected}, received ${String(received)}. The run goes on as it was; send another.`,
  );

export const badWeight = (name: string, expected: string, received: unknown): LiveError =>
  error(
    'BAD_WEIGHT',
    `setWeight: expected ${name} to be ${expected}, received ${String(received)}. The weights stay as they were; send another.`,
  );

export const busyTraining = (command: string): LiveError =>
  error(
    'BUSY_TRAINING',
    `${command}: expected a network that stands still, received one that trains. Send pause first.`,
  );

export const noPageFile = (name: string, known: readonly string[]): LiveError =>
  error(
    'NO_PAGE_FILE',
    `<cnn-model>: expected src="#${name}" to name a file that a script has put into this page, received ${known.length === 0 ? 'a page without any' : `a page with ${known.join(', ')}`}. Load ${name}.global.js of @convlens/pretrained by a script tag, or give src an address.`,
  );

export const badPageFile = (name: string, reason: string): LiveError =>
  error(
    'NO_PAGE_FILE',
    `<cnn-model>: expected ConvLens.files['${name}'] to be the bytes of a model file as base64 text, received ${reason}. Load ${name}.global.js as it was published.`,
  );

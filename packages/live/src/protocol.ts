/** What crosses between page and engine: plain data in two closed unions, each message with its format and version. */
import type {
  ImageBatch,
  ModelCommand,
  SessionState,
  TapRequest,
  TapValue,
  TrainSettings,
} from '@convlens/types';
import type { TrainerSnapshot } from '@convlens/layers/training';
import type { LayerPlanData } from './engine/bends.js';
import { badMessage, functionAcross } from './errors.js';
import type { PlainError } from './errors.js';

export interface Envelope {
  readonly format: 'convlens.engine';
  readonly version: 1;
}

export const envelope = { format: 'convlens.engine', version: 1 } as const satisfies Envelope;

/** What an engine is made of. Addresses are absolute: a worker has another base than its page. */
export interface EngineConfig {
  /** Address of a model file; the untrained seed network where there is none. */
  readonly src?: string;
  /** The bytes of a model file, where they are at hand; `src` is then no more than their name. */
  readonly file?: Uint8Array;
  /** Address of a folder of training data: of `@convlens/data-mnist`, or of IDX files. That package itself unless told. */
  readonly data?: string;
  /** Only the first so many digits, for a quick look; all unless told. */
  readonly limit?: number;
  /** Defaults of the `train` command. */
  readonly settings?: TrainSettings;
  /** Name of a backend that the worker offers; the first of them unless told. */
  readonly backend?: string;
  /** Steps from a snapshot for the page to the next; 200 unless told. */
  readonly snapshotEvery?: number;
}

/** Taken now and then, so that a worker that dies is replaced by one that goes on. */
export interface EngineSnapshot {
  readonly trainer: TrainerSnapshot;
  readonly settings: Required<TrainSettings>;
  /** As they were when it was taken: activations and poolings can be swapped. */
  readonly layers: readonly LayerPlanData[];
  readonly isTraining: boolean;
}

/** The current input and its count, so that an engine that replaces another goes on showing it. */
export interface ShownInput {
  readonly images: ImageBatch;
  readonly inputId: number;
}

export type ToEngine =
  | {
      readonly type: 'start';
      readonly config: EngineConfig;
      readonly snapshot?: EngineSnapshot | undefined;
      readonly shown?: ShownInput | undefined;
    }
  | { readonly type: 'command'; readonly id: number; readonly command: ModelCommand }
  | { readonly type: 'tap'; readonly tap: number; readonly request: TapRequest }
  | { readonly type: 'untap'; readonly tap: number }
  /** A value has arrived: the next may be sent. */
  | { readonly type: 'taken'; readonly tap: number }
  | { readonly type: 'ping' };

/** Without what only the page knows: by which way the engine runs. */
export type EngineState = Omit<SessionState, 'engine'>;

export type FromEngine =
  /** The first word of a worker: it is ours, and it runs. */
  | { readonly type: 'hello' }
  | { readonly type: 'pong' }
  | { readonly type: 'state'; readonly state: EngineState }
  | { readonly type: 'reply'; readonly id: number; readonly step: number }
  | { readonly type: 'refusal'; readonly id: number; readonly error: PlainError }
  | { readonly type: 'value'; readonly tap: number; readonly value: TapValue }
  | { readonly type: 'tapError'; readonly tap: number; readonly error: PlainError }
  | { readonly type: 'history'; readonly reset: boolean; readonly chunk: HistoryChunk }
  | { readonly type: 'snapshot'; readonly snapshot: EngineSnapshot }
  | { readonly type: 'failed'; readonly error: PlainError };

export interface HistoryChunk {
  readonly step: readonly number[];
  readonly loss: readonly number[];
  readonly accuracy: readonly number[];
  readonly validation: readonly { readonly step: number; readonly loss: number; readonly accuracy: number }[];
}

/** The part of `Worker` and `MessagePort` that both sides need. */
export interface Port {
  postMessage(message: unknown, transfer?: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

const toEngine: ReadonlySet<string> = new Set([
  'start',
  'command',
  'tap',
  'untap',
  'taken',
  'ping',
] satisfies ToEngine['type'][]);
const fromEngine: ReadonlySet<string> = new Set([
  'hello',
  'pong',
  'state',
  'reply',
  'refusal',
  'value',
  'tapError',
  'history',
  'snapshot',
  'failed',
] satisfies FromEngine['type'][]);

/** @throws LiveError `BAD_MESSAGE` */
export const readToEngine = (data: unknown): ToEngine => read(data, toEngine) as ToEngine;

/** @throws LiveError `BAD_MESSAGE` */
export const readFromEngine = (data: unknown): FromEngine => read(data, fromEngine) as FromEngine;

/** Our own code is on the other side: format, version and kind are what can go wrong. */
function read(data: unknown, types: ReadonlySet<string>): unknown {
  if (typeof data !== 'object' || data === null) throw badMessage(String(data));
  const { format, version, type } = data as Record<string, unknown>;
  if (format !== envelope.format || version !== envelope.version)
    throw badMessage(`format ${String(format)}, version ${String(version)}`);
  if (typeof type !== 'string' || !types.has(type)) throw badMessage(`type ${String(type)}`);
  return data;
}

/**
 * Looks for what cannot cross, so that the error says where it is and what to do.
 * @throws LiveError `FUNCTION_ACROSS`
 */
export function assertPlain(value: unknown, path = 'config'): void {
  if (typeof value === 'function') throw functionAcross(path);
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return;
  for (const [key, item] of Object.entries(value)) assertPlain(item, `${path}.${key}`);
}

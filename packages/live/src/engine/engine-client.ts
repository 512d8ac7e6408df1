/** The page's end: a `ModelSession` over an engine that runs elsewhere. Does no arithmetic. */
import type {
  CommandReply,
  ImageBatch,
  ModelCommand,
  ModelSession,
  SessionState,
  Source,
  TapRequest,
  TapValue,
  TrainingHistory,
} from '@convlens/types';
import * as errors from '../errors.js';
import { assertPlain, envelope, readFromEngine } from '../protocol.js';
import type { EngineConfig, EngineSnapshot, FromEngine, HistoryChunk, ToEngine } from '../protocol.js';
import { Signal } from '../signal.js';
import { startWorker } from './start-worker.js';
import type { EngineHandle, StartOptions } from './start-worker.js';

interface Pending {
  readonly resolve: (reply: CommandReply) => void;
  readonly reject: (error: Error) => void;
}

interface WatchedTap {
  readonly request: TapRequest;
  readonly signal: Signal<TapValue>;
  isWatched: boolean;
}

const emptyHistory: TrainingHistory = { step: [], loss: [], accuracy: [], validation: [] };

/** A worker that has not said a word for so long, though asked, is taken for dead. */
const silenceMs = 10_000;
const askEveryMs = 2000;
/** New engines for one that keeps dying: more would only hide the reason. */
const mostRevivals = 3;

/**
 * Starts an engine and speaks for it.
 *
 * A worker that dies is replaced from its last snapshot; commands that were on their way reject with `ENGINE_FAILED`.
 *
 * @throws LiveError `FUNCTION_ACROSS` for a config that cannot cross
 * @example const session = new EngineClient({ src, data }); await session.send({ type: 'train' });
 */
export class EngineClient implements ModelSession {
  readonly state = new Signal<SessionState>();
  readonly history = new Signal<TrainingHistory>(emptyHistory);
  readonly #config: EngineConfig;
  readonly #options: StartOptions;
  readonly #taps = new Map<number, WatchedTap>();
  readonly #pending = new Map<number, Pending>();
  #lastId = 0;
  #handle: EngineHandle | undefined;
  #starting: Promise<void>;
  #snapshot: EngineSnapshot | undefined;
  /** The last input that was taken, and the highest count of inputs that a value has told. */
  #images: ImageBatch | undefined;
  #inputId = 0;
  #heard = performance.now();
  #heartbeat: ReturnType<typeof setInterval> | undefined;
  #revivals = 0;
  #ended = false;

  constructor(config: EngineConfig = {}, options: StartOptions = {}) {
    assertPlain(config);
    this.#config = config;
    this.#options = options;
    this.state.loading();
    this.#starting = quiet(this.#start());
  }

  tap(request: TapRequest): Source<TapValue> {
    const key = (each: TapRequest): string =>
      `${each.path} ${each.of ?? 'input'} ${each.rows ?? 1} ${each.every ?? 1}`;
    for (const tap of this.#taps.values()) if (key(tap.request) === key(request)) return tap.signal;
    const id = ++this.#lastId;
    const signal = new Signal<TapValue>(undefined, { onWatched: () => this.#watch(id) });
    this.#taps.set(id, { request, signal, isWatched: false });
    return signal;
  }

  async send(command: ModelCommand): Promise<CommandReply> {
    assertPlain(command, 'command');
    // An engine that has just died is being replaced.
    do await this.#starting;
    while (!this.#handle && !this.#ended);
    if (this.#ended) throw errors.engineEnded();
    const id = ++this.#lastId;
    const reply = new Promise<CommandReply>((resolve, reject) => this.#pending.set(id, { resolve, reject }));
    // A caller may draw on in the same buffer.
    const images = command.type === 'input' ? structuredClone(command.images) : undefined;
    this.#post({ type: 'command', id, command });
    const answer = await reply;
    this.#images = images ?? this.#images;
    return answer;
  }

  /** Ends the engine; sources keep their last value. */
  end(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#letGo(errors.engineEnded());
    for (const { signal } of this.#taps.values()) signal.end();
    this.history.end();
    this.state.end();
  }

  async #start(snapshot?: EngineSnapshot): Promise<void> {
    try {
      const handle = await startWorker(this.#options);
      if (this.#ended) return handle.end();
      this.#handle = handle;
      this.#heard = performance.now();
      handle.port.addEventListener('message', ({ data }) => this.#receive(handle, data));
      handle.onFailure((message) => this.#failed(handle, message));
      this.#heartbeat = setInterval(() => this.#listen(handle), askEveryMs);
      const shown = this.#images && { images: this.#images, inputId: this.#inputId };
      this.#post({ type: 'start', config: this.#config, snapshot, shown });
      for (const [id, tap] of this.#taps)
        if (tap.isWatched) this.#post({ type: 'tap', tap: id, request: tap.request });
    } catch (error) {
      this.state.fail(error as Error);
      throw error;
    }
  }

  #watch(id: number): () => void {
    const tap = this.#taps.get(id)!;
    tap.isWatched = true;
    tap.signal.loading();
    // Before the engine is up, `#start` asks for all that is watched.
    if (this.#handle) this.#post({ type: 'tap', tap: id, request: tap.request });
    return () => {
      tap.isWatched = false;
      if (this.#handle) this.#post({ type: 'untap', tap: id });
    };
  }

  #receive(handle: EngineHandle, data: unknown): void {
    if (handle !== this.#handle) return;
    this.#heard = performance.now();
    try {
      this.#handleMessage(handle, readFromEngine(data));
    } catch (error) {
      this.state.fail(error as Error);
    }
  }

  #handleMessage(handle: EngineHandle, message: FromEngine): void {
    switch (message.type) {
      case 'hello':
      case 'pong':
        return;
      case 'state':
        return this.state.set({ ...message.state, engine: handle.start });
      case 'reply':
        this.#pending.get(message.id)?.resolve({ step: message.step });
        return void this.#pending.delete(message.id);
      case 'refusal':
        this.#pending.get(message.id)?.reject(errors.restoreError(message.error));
        return void this.#pending.delete(message.id);
      case 'value':
        this.#post({ type: 'taken', tap: message.tap });
        this.#inputId = Math.max(this.#inputId, message.value.inputId);
        return this.#taps.get(message.tap)?.signal.set(message.value);
      case 'tapError':
        return this.#taps.get(message.tap)?.signal.fail(errors.restoreError(message.error));
      case 'history':
        return this.history.set(
          joined(message.reset ? emptyHistory : (this.history.current ?? emptyHistory), message.chunk),
        );
      case 'snapshot':
        this.#snapshot = message.snapshot;
        return;
      case 'failed':
        return this.state.fail(errors.restoreError(message.error));
      default:
        return message satisfies never;
    }
  }

  #listen(handle: EngineHandle): void {
    if (performance.now() - this.#heard > silenceMs) this.#failed(handle, `no answer for ${silenceMs} ms`);
    else this.#post({ type: 'ping' });
  }

  #failed(handle: EngineHandle, message: string): void {
    if (handle !== this.#handle || this.#ended) return;
    const error = errors.engineFailed(message);
    this.#letGo(error);
    const isGivenUp = ++this.#revivals > mostRevivals;
    if (isGivenUp) this.state.fail(error);
    this.#starting = quiet(isGivenUp ? Promise.reject(error) : this.#start(this.#snapshot));
  }

  #letGo(error: Error): void {
    clearInterval(this.#heartbeat);
    this.#handle?.end();
    this.#handle = undefined;
    for (const { reject } of this.#pending.values()) reject(error);
    this.#pending.clear();
  }

  #post(message: ToEngine): void {
    this.#handle?.port.postMessage({ ...envelope, ...message });
  }
}

/** Whoever sends next gets the reason of a start that failed; nobody else need be told twice. */
function quiet(starting: Promise<void>): Promise<void> {
  starting.catch(() => {});
  return starting;
}

const joined = (history: TrainingHistory, chunk: HistoryChunk): TrainingHistory => ({
  step: [...history.step, ...chunk.step],
  loss: [...history.loss, ...chunk.loss],
  accuracy: [...history.accuracy, ...chunk.accuracy],
  validation: [...history.validation, ...chunk.validation],
});

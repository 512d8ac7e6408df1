/**
 * The numbers that an element draws: a record that it was given, read and checked once, or one made of a session's taps. The
 * same record object comes back as long as nothing in it has changed.
 */
import type {
  ActivationRecord,
  ModelSummary,
  RecordedTensor,
  Source,
  TapRequest,
  TapValue,
} from '@convlens/types';
import { RecordReader } from './record-reader.js';
import type { SessionView } from './session-view.js';

/**
 * `empty`: no data and no session; `waiting`: a session whose model or values are not there yet; `failed`: a session that has
 * failed, or data that is no trace.
 */
export type FeedState = 'empty' | 'waiting' | 'ready' | 'failed';

export interface Feed {
  readonly state: FeedState;
  readonly record: ActivationRecord | undefined;
  readonly reason: string | undefined;
  /** What to subscribe to. */
  readonly sources: readonly Source<unknown>[];
}

export class RecordFeed {
  readonly #reader = new RecordReader();
  #record: ActivationRecord | undefined;
  #values: readonly (TapValue | undefined)[] = [];
  #model: ModelSummary | undefined;
  #requests: readonly TapRequest[] = [];
  #request: string | undefined;

  /**
   * @param tapsOf Which taps of a model are needed.
   * @param request Raised where the same model asks for other paths.
   */
  read(
    view: SessionView | undefined,
    data: ActivationRecord | undefined,
    tapsOf: (model: ModelSummary) => readonly TapRequest[],
    request = '',
  ): Feed {
    if (data !== undefined) return given(this.#reader.read(data));
    if (!view) return { state: 'empty', record: undefined, reason: undefined, sources: [] };
    const { state } = view.session;
    const model = state.current?.model;
    if (!model) return without(state, []);
    if (model !== this.#model || request !== this.#request) {
      // Every state brings a summary of its own: what counts is whether it says the same.
      const isSame =
        this.#model !== undefined && request === this.#request && isSameModel(model, this.#model);
      if (!isSame) this.#requests = tapsOf(model);
      this.#model = isSame ? this.#model : model;
      this.#request = request;
    }
    const taps = this.#requests.map((request) => view.tap(request));
    const values = taps.map(({ current }) => current);
    const failed = taps.find((tap) => tap.state === 'error');
    if (failed && values.every((value) => value === undefined)) return without(failed, [state, ...taps]);
    if (
      !this.#record ||
      values.some((value, index) => value !== this.#values[index]) ||
      this.#record.model !== this.#model
    ) {
      this.#values = values;
      this.#record = recordOf(this.#model!, values);
    }
    return {
      state: values.some((value) => value !== undefined) ? 'ready' : 'waiting',
      record: this.#record,
      reason: undefined,
      sources: [state, ...taps],
    };
  }
}

const given = (read: ActivationRecord | Error): Feed =>
  read instanceof Error
    ? { state: 'failed', record: undefined, reason: read.message, sources: [] }
    : { state: 'ready', record: read, reason: undefined, sources: [] };

const without = (source: Source<unknown>, others: readonly Source<unknown>[]): Feed => ({
  state: source.state === 'error' ? 'failed' : 'waiting',
  record: undefined,
  reason: source.error?.message,
  sources: [source, ...others],
});

const isSameModel = (a: ModelSummary, b: ModelSummary): boolean =>
  a === b || JSON.stringify(a) === JSON.stringify(b);

function recordOf(model: ModelSummary, values: readonly (TapValue | undefined)[]): ActivationRecord {
  const tensors: Record<string, RecordedTensor> = {};
  let step = 0;
  for (const value of values) {
    if (!value) continue;
    tensors[value.path] = value;
    step = Math.max(step, value.step);
  }
  return { format: 'convlens.trace', version: 1, model, tensors, step };
}

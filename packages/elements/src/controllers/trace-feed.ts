/** A `RecordFeed` with the `Trace` of its record: made again only where a number has changed, an error where no picture can be made. */
import type { ActivationRecord, ModelSummary, Source, TapRequest } from '@convlens/types';
import { RecordFeed } from './record-feed.js';
import type { FeedState } from './record-feed.js';
import type { SessionView } from './session-view.js';
import { Trace } from '../trace/trace.js';

export interface TracedFeed {
  readonly state: FeedState;
  /** There from the moment that the model is known; its tensors come later. */
  readonly trace: Trace | undefined;
  readonly record: ActivationRecord | undefined;
  readonly reason: string | undefined;
  readonly sources: readonly Source<unknown>[];
}

export class TraceFeed {
  readonly #feed = new RecordFeed();
  #record: ActivationRecord | undefined;
  #trace: Trace | undefined;

  /** @param request Raised where the same model is asked for other taps. */
  read(
    view: SessionView | undefined,
    data: ActivationRecord | undefined,
    tapsOf: (model: ModelSummary) => readonly TapRequest[],
    request = '',
  ): TracedFeed {
    try {
      const { state, record, reason, sources } = this.#feed.read(view, data, tapsOf, request);
      if (record !== this.#record) {
        const stages = record && record.model === this.#trace?.model ? this.#trace.stages : undefined;
        this.#trace = record && new Trace(record, stages);
        this.#record = record;
      }
      return { state, trace: this.#trace, record, reason, sources };
    } catch (error) {
      // A model from outside may describe a layer that cannot be; what is wrong with it is said in the element.
      const reason = error instanceof Error ? error.message : String(error);
      const sources = view && !data ? [view.session.state] : [];
      return { state: 'failed', trace: undefined, record: undefined, reason, sources };
    }
  }
}

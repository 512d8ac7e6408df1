/** One session as one element sees it: the taps that it has asked for, each asked for once. */
import type { ModelSession, Source, TapRequest, TapValue } from '@convlens/types';

export class SessionView {
  readonly session: ModelSession;
  readonly #taps = new Map<string, Source<TapValue>>();
  constructor(session: ModelSession) {
    this.session = session;
  }

  tap(request: TapRequest): Source<TapValue> {
    const key = `${request.path} ${request.of ?? ''} ${request.every ?? 1}`;
    let source = this.#taps.get(key);
    if (!source) {
      source = this.session.tap(request);
      this.#taps.set(key, source);
    }
    return source;
  }
}

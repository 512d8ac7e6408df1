/**
 * One engine a page and model: elements that ask for the same one share it, and it outlives the last of them by some
 * seconds, because moving an element in the page is a disconnect and a connect.
 */
import type { EngineConfig } from '../protocol.js';
import { EngineClient } from './engine-client.js';
import type { StartOptions } from './start-worker.js';

interface Shared {
  readonly client: EngineClient;
  users: number;
  ending: ReturnType<typeof setTimeout> | undefined;
}

/** Milliseconds from the last user's leaving to the end. */
const graceMs = 5000;

/** The document owns its engines: they go when it goes. Weak, so that this module keeps nothing alive. */
const byDocument = new WeakMap<Document, Map<string, Shared>>();

export interface Lease {
  readonly session: EngineClient;
  /** Says that it is not needed any more; the engine ends when nobody needs it. */
  release(): void;
}

/** @example const { session, release } = shareEngine(document, { src, data }); */
export function shareEngine(owner: Document, config: EngineConfig, options: StartOptions = {}): Lease {
  const engines = byDocument.get(owner) ?? new Map<string, Shared>();
  byDocument.set(owner, engines);
  // Bytes go by their name.
  const key = JSON.stringify({ ...config, file: undefined });
  const shared = engines.get(key) ?? {
    client: new EngineClient(config, options),
    users: 0,
    ending: undefined,
  };
  engines.set(key, shared);
  clearTimeout(shared.ending);
  shared.users++;
  let isReleased = false;
  return {
    session: shared.client,
    release() {
      if (isReleased) return;
      isReleased = true;
      if (--shared.users > 0) return;
      shared.ending = setTimeout(() => {
        engines.delete(key);
        shared.client.end();
      }, graceMs);
    },
  };
}

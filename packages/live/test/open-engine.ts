/** Engines behind message channels, as a page meets them, and ways to wait for what they tell. */
import type { Backend } from '@convlens/tensor-core';
import type { ModelSession, TapRequest, TapValue } from '@convlens/types';
import { serveEngine } from '../src/engine/serve-engine.js';
import { EngineClient } from '../src/index.js';
import type { EngineConfig } from '../src/index.js';

const data = new URL('../../data-mnist/data/', import.meta.url).href;
export const quick = {
  data,
  limit: 1000,
  settings: { epochs: 1, batchSize: 16, seed: 3 },
} as const satisfies EngineConfig;

/** A worker's two ends without a worker. */
export function workerOf(make: () => Backend | Promise<Backend>): () => Worker {
  return () => {
    const { port1, port2 } = new MessageChannel();
    serveEngine({ port: port2 as never, backends: { test: make }, yieldEveryMs: 0 });
    port1.start();
    port2.start();
    return Object.assign(port1, { terminate: () => (port1.close(), port2.close()) }) as unknown as Worker;
  };
}

export const clients: EngineClient[] = [];
export const endEngines = (): void => clients.splice(0).forEach((client) => client.end());

export function open(make: () => Backend | Promise<Backend>, config: EngineConfig = quick): EngineClient {
  const client = new EngineClient(config, { createWorker: workerOf(make) });
  clients.push(client);
  return client;
}

/** The first value for which `accept` holds. */
export function value(
  session: ModelSession,
  request: TapRequest,
  accept: (value: TapValue) => boolean = () => true,
): Promise<TapValue> {
  const source = session.tap(request);
  return new Promise((resolve, reject) => {
    const look = (): void => {
      if (source.state === 'error') reject(source.error);
      else if (source.current && accept(source.current)) resolve(source.current);
      else return;
      leave();
    };
    const leave = source.subscribe(look);
    look();
  });
}

export function until(session: EngineClient, accept: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (!accept()) return;
      leaves.forEach((leave) => leave());
      resolve();
    };
    const leaves = [session.state.subscribe(look), session.history.subscribe(look)];
    look();
  });
}

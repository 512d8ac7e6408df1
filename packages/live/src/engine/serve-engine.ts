/** The three lines of a worker of your own: `import { serveEngine } from '@convlens/live/worker'; serveEngine();` */
import { cpu } from '@convlens/backend-cpu';
import { reference } from '@convlens/tensor-core/reference';
import { envelope, readToEngine } from '../protocol.js';
import type { Port } from '../protocol.js';
import { Engine } from './engine.js';
import type { EngineOptions } from './engine.js';

export interface ServeOptions {
  /** What the page may choose from, by name; `cpu` and `reference` unless told. The first is the default. */
  readonly backends?: EngineOptions['backends'];
  /** Where messages come from; the worker's own scope unless told. */
  readonly port?: Port;
  /** Longest time at a stretch without a turn for messages; 12 ms unless told. */
  readonly yieldEveryMs?: number;
}

/**
 * Makes this worker an engine: says hello, then does what the page's messages ask.
 * @example serveEngine({ backends: { cpu, mine: () => myBackend() } });
 */
export function serveEngine(options: ServeOptions = {}): void {
  // In a worker the global scope is the port to the page.
  const { port = globalThis as unknown as Port, backends = { cpu, reference }, yieldEveryMs } = options;
  const engine = new Engine({
    backends,
    post: (message, transfer) => port.postMessage(message, transfer),
    ...(yieldEveryMs !== undefined && { yieldEveryMs }),
  });
  port.addEventListener('message', ({ data }) => void engine.receive(readToEngine(data)));
  port.postMessage({ ...envelope, type: 'hello' });
}

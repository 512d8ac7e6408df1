/** Where the engine's code is found, for each way of starting it. The classic script has another file in this one's place. */
import { scriptBlob } from './script-blob.js';
import type { serveEngine } from './serve-engine.js';

/** `Worker`, or a class with more to do before the browser's own. */
export type WorkerClass = new (url: URL, options: WorkerOptions) => globalThis.Worker;

/** The one place that names the script, in the shape that bundlers recognise: `Worker` is whatever class it is given. */
export const engineWorker = (Worker: WorkerClass): globalThis.Worker =>
  new Worker(new URL('../engine-worker.js', import.meta.url), { type: 'module' });

/** A script of this origin that imports the module, for pages whose scripts come from another one. */
export const engineBlobWorker = (Worker: WorkerClass): globalThis.Worker =>
  engineWorker(
    class extends Worker {
      constructor(url: URL, options: WorkerOptions) {
        super(scriptBlob(`import ${JSON.stringify(String(url))};`), options);
      }
    },
  );

/** The engine itself, for this thread. */
export const engineHere = async (): Promise<typeof serveEngine> =>
  (await import('./serve-engine.js')).serveEngine;

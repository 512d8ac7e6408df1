/**
 * Where the engine's code is found in the classic script, which holds all of it: the build puts this file in the place of
 * `../engine/engine-script.js`. The worker is the script itself, loaded once more, because a page that may run it may run it as a
 * worker too; from `file://` and from another origin it cannot, and a blob is made of the script's own text.
 */
import type { WorkerClass } from '../engine/engine-script.js';
import { scriptBlob } from '../engine/script-blob.js';
import type { serveEngine } from '../engine/serve-engine.js';

/** What the wrapper of the script (`scripts/global-script.mjs`) has ready for the code inside. */
declare const convlensScript: {
  /** Address of the script; undefined where it stands in the page itself. */
  readonly address: string | undefined;
  /** The engine's own code as a function: its text is what a blob holds. */
  readonly engine: () => { readonly serveEngine: typeof serveEngine };
};

export const engineWorker = (Worker: WorkerClass): globalThis.Worker => {
  const { address } = convlensScript;
  if (!address?.startsWith('http')) throw new Error('the script has no address that a worker can load');
  return new Worker(new URL(address), {});
};

export const engineBlobWorker = (Worker: WorkerClass): globalThis.Worker =>
  new Worker(scriptBlob(`(${convlensScript.engine})().serveEngine()`), {});

export const engineHere = async (): Promise<typeof serveEngine> => convlensScript.engine().serveEngine;

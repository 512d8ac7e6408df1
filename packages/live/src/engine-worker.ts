/** The ready-made worker: loading it in a worker is what starts it. Elsewhere (in Node, in a page) it does nothing. */
import { serveEngine } from './engine/serve-engine.js';

if ('WorkerGlobalScope' in globalThis) serveEngine();

/** The ready-made worker: loading it is what starts it, so it has effects on purpose. */
import { serveEngine } from './engine/serve-engine.js';

serveEngine();

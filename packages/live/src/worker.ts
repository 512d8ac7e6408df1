/** For those who write a worker of their own. */
export { serveEngine } from './engine/serve-engine.js';
export type { ServeOptions } from './engine/serve-engine.js';

/** From the engine to the eye, and back. Importing it registers nothing: see `./define`. */
export { CnnModel } from './model/model.component.js';
export { CnnModelErrorEvent, CnnModelReadyEvent } from './model/model.events.js';
export { EngineClient } from './engine/engine-client.js';
export { shareEngine } from './engine/shared-engines.js';
export type { Lease } from './engine/shared-engines.js';
export { startWorker } from './engine/start-worker.js';
export type { EngineHandle, StartOptions } from './engine/start-worker.js';
export type { EngineConfig } from './protocol.js';
export { Signal } from './signal.js';
export { LiveError } from './errors.js';
export type { LiveErrorCode } from './errors.js';

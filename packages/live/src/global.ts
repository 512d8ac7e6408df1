/**
 * What the classic script `convlens.global.js` does when it runs: registers all elements and leaves `globalThis.ConvLens`. Importing a
 * module does nothing of the kind in this project; a script tag is different, because whoever writes one asks for exactly that.
 */
import * as elements from '@convlens/elements';
import { EngineClient } from './engine/engine-client.js';
import './define.js';

/** What scripts of a page find under `ConvLens`. */
export interface ConvLensGlobal {
  /** All that `@convlens/elements` exports: the classes of the elements, their events, `prepareDigit`. */
  readonly elements: typeof elements;
  /** An engine without an element: `new ConvLens.EngineClient({ src })`. */
  readonly EngineClient: typeof EngineClient;
  /** Model files as base64 text, by the name that follows `#` in `src`; scripts such as `seed-network.global.js` add theirs. */
  readonly files: Record<string, string>;
}

declare global {
  // Only `var` makes a property of `globalThis`.
  var ConvLens: ConvLensGlobal;
}

// The scripts of the files may have run before.
const { files = {} }: Partial<ConvLensGlobal> = globalThis.ConvLens ?? {};
globalThis.ConvLens = { elements, EngineClient, files };

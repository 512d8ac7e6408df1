/** Does a piece of code give back what it took? */
import type { Runtime } from '../runtime.js';

/**
 * Runs `fn` and compares the live tensors and buffers before and after; what `fn` returns is not kept.
 * @throws Error with the numbers that grew.
 * @example await expectNoLeaks(runtime, () => runtime.scope(() => void add(x, x)));
 */
export async function expectNoLeaks(runtime: Runtime, fn: () => unknown): Promise<void> {
  const before = runtime.memory();
  await fn();
  const after = runtime.memory();
  for (const kind of ['tensors', 'buffers', 'bytes'] as const) {
    if (after[kind] !== before[kind]) {
      throw new Error(
        `expected ${before[kind]} ${kind} after the call as before it, received ${after[kind]}: ${after[kind] - before[kind]} leaked`,
      );
    }
  }
}

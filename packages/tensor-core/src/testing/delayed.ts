/** A device that answers late: what gpu.js, TensorFlow.js and WebGPU are like, made of any backend. */
import type { TypedArray } from '@convlens/types';
import type { Backend } from '../backend.js';
import type { BufferId, KernelName, KernelTable, KernelTensor } from '../kernels.js';

/**
 * The same backend, whose kernels only queue.
 *
 * Work runs, in order, when a `read` is awaited, and no further than that read. A kernel that fails poisons its outputs
 * and all that is computed from them: reading those rejects with its error. `readSync` is absent.
 *
 * @example const runtime = new Runtime(delayed(reference()));
 */
export function delayed(backend: Backend): Backend & { readonly queued: number } {
  const queue: (() => void)[] = [];
  const poison = new Map<BufferId, unknown>();

  const enqueueKernel = (
    name: KernelName,
    inputs: readonly KernelTensor[],
    attrs: unknown,
    outputs: readonly KernelTensor[],
  ): void => {
    // One function serves all names: it passes on what it gets, whatever the signature.
    const kernel = backend.kernels[name] as (...args: unknown[]) => void;
    // What has no output writes its first input, and may write others: all of them share its fate.
    const written = (outputs.length > 0 ? outputs : inputs).map(({ buffer }) => buffer);
    queue.push(() => {
      const poisoned = inputs.find(({ buffer }) => poison.has(buffer));
      const spoil = (error: unknown): void => written.forEach((buffer) => poison.set(buffer, error));
      if (poisoned) return spoil(poison.get(poisoned.buffer));
      try {
        kernel(inputs, attrs, outputs);
        for (const { buffer } of outputs) poison.delete(buffer);
      } catch (error) {
        spoil(error);
      }
    });
  };

  const names = Object.keys(backend.kernels) as KernelName[];
  const kernels = names.map((name) => {
    // Handles may be freed before their work runs: what a kernel needs of them is copied now.
    const copy = ({ buffer, shape, dtype }: KernelTensor): KernelTensor => ({ buffer, shape, dtype });
    return [
      name,
      (inputs: readonly KernelTensor[], attrs: unknown, outputs: readonly KernelTensor[]) =>
        enqueueKernel(name, inputs.map(copy), attrs, outputs.map(copy)),
    ];
  });

  return {
    name: `delayed(${backend.name})`,
    capabilities: { ...backend.capabilities, synchronousReads: false },
    kernels: Object.fromEntries(kernels) as KernelTable,
    allocate: (byteLength, dtype) => backend.allocate(byteLength, dtype),
    report: () => backend.report(),
    memory: () => backend.memory(),
    dispose: () => backend.dispose(),
    get queued() {
      return queue.length;
    },
    write(buffer, data) {
      const copy = data.slice();
      queue.push(() => {
        poison.delete(buffer);
        backend.write(buffer, copy);
      });
    },
    // Memory is named at once and given back in its turn: work that is still queued may need it.
    free: (buffer) =>
      void queue.push(() => {
        poison.delete(buffer);
        backend.free(buffer);
      }),
    async read(buffer): Promise<TypedArray> {
      let outcome: Promise<TypedArray> | undefined;
      queue.push(() => {
        outcome = poison.has(buffer) ? Promise.reject(poison.get(buffer)) : backend.read(buffer);
      });
      await Promise.resolve();
      while (outcome === undefined) queue.shift()!();
      return outcome;
    },
  };
}

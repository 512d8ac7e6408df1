/** Counts the calls of a kernel table, for a backend's report. */
import type { BackendReport } from './backend.js';
import type { KernelName, KernelTable } from './kernels.js';

/**
 * The same kernels, each counting its calls.
 * @param by How a kernel is run: `'reference'`, `'wasm-simd'`, …
 */
export function counted(
  kernels: KernelTable,
  by: (name: KernelName) => string,
): { readonly kernels: KernelTable; readonly report: () => BackendReport['kernels'] } {
  const calls = new Map<KernelName, number>();
  const names = Object.keys(kernels) as KernelName[];
  const entries = names.map((name) => {
    // One function serves all names: it passes on what it gets, whatever the signature.
    const kernel = kernels[name] as (...args: unknown[]) => void;
    const counting = (...args: unknown[]): void => {
      calls.set(name, (calls.get(name) ?? 0) + 1);
      kernel(...args);
    };
    return [name, counting];
  });
  return {
    kernels: Object.fromEntries(entries) as KernelTable,
    report: () =>
      Object.fromEntries([...calls].map(([name, count]) => [name, { by: by(name), calls: count }])),
  };
}

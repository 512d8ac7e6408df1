/** Each kernel has up to two ways: a fast one for what it was made for, and the reference kernel for the rest. Both are counted. */
import type { BackendReport, KernelName, KernelTable } from '@convlens/tensor-core';

/** Whether it ran; a kernel that does not fit a call leaves everything untouched and answers false. */
export type FastKernel<K extends KernelName> = (...args: Parameters<NonNullable<KernelTable[K]>>) => boolean;

export type FastKernels = { readonly [K in KernelName]?: FastKernel<K> };

interface Calls {
  fast: number;
  slow: number;
}

/** Tries the fast kernel, then the reference one. */
export function route(
  fast: FastKernels,
  reference: KernelTable,
): { readonly kernels: KernelTable; readonly report: () => BackendReport['kernels'] } {
  const calls = new Map<KernelName, Calls>();
  const names = Object.keys(reference) as KernelName[];
  const entries = names.map((name) => {
    // One function serves all names: it passes on what it gets, whatever the signature.
    const quick = fast[name] as ((...args: unknown[]) => boolean) | undefined;
    const slow = reference[name] as (...args: unknown[]) => void;
    const count: Calls = { fast: 0, slow: 0 };
    calls.set(name, count);
    const kernel = (...args: unknown[]): void => {
      if (quick?.(...args)) count.fast++;
      else {
        slow(...args);
        count.slow++;
      }
    };
    return [name, kernel];
  });
  const report = (): BackendReport['kernels'] => {
    const used = [...calls].filter(([, { fast: quick, slow }]) => quick + slow > 0);
    return Object.fromEntries(
      used.map(([name, count]) => [name, { by: waysOf(count), calls: count.fast + count.slow }]),
    );
  };
  return { kernels: Object.fromEntries(entries) as KernelTable, report };
}

function waysOf({ fast, slow }: Calls): string {
  if (slow === 0) return 'wasm-simd';
  return fast === 0 ? 'reference' : `wasm-simd (${fast}), reference (${slow})`;
}

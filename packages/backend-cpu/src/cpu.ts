/** The backend itself. */
import type { Backend } from '@convlens/tensor-core';
import { reference, referenceKernels } from '@convlens/tensor-core/reference';
import { Device } from './device.js';
import { fastKernels } from './kernels/index.js';
import { startModules } from './modules.js';
import type { WasmInstance } from './modules.js';
import { route } from './route.js';

export interface CpuOptions {
  /** false runs the reference kernels only; true unless told. */
  readonly wasm?: boolean;
}

/** A backend that also says how large its memory has become. */
export interface CpuBackend extends Backend {
  /** Bytes of WebAssembly memory, which only grows; 0 without WebAssembly. */
  readonly memoryBytes: number;
  /** Why WebAssembly does not run, where it does not. */
  readonly refused?: string;
}

/**
 * Starts the default backend: WebAssembly SIMD kernels for what convolutional networks run most, reference kernels for
 * the rest; `report()` says which ran how. One thread.
 *
 * Where WebAssembly or its SIMD is missing, or a page's policy refuses it, the reference kernels run: the same results,
 * slowly. `refused` says why.
 *
 * @example const runtime = new Runtime(await cpu());
 */
export async function cpu({ wasm = true }: CpuOptions = {}): Promise<CpuBackend> {
  if (!wasm) return withoutWasm('wasm: false was asked for');
  try {
    return withWasm(await startModules());
  } catch (error) {
    return withoutWasm(error instanceof Error ? error.message : String(error));
  }
}

function withoutWasm(refused: string): CpuBackend {
  const backend = reference();
  return {
    ...backend,
    name: 'cpu',
    // The same dtypes with and without WebAssembly.
    capabilities: { ...backend.capabilities, dtypes: ['float32', 'int32', 'uint8', 'bool'] },
    report: () => ({ ...backend.report(), name: 'cpu' }),
    memoryBytes: 0,
    refused,
  };
}

function withWasm(instance: WasmInstance): CpuBackend {
  const device = new Device(instance);
  const { kernels, report } = route(
    fastKernels(device),
    referenceKernels((tensor) => device.view(tensor)),
  );
  let reads = 0;
  const read: NonNullable<Backend['readSync']> = (buffer) => {
    reads++;
    return device.view({ buffer }).slice();
  };
  return {
    name: 'cpu',
    capabilities: {
      nonFinite: 'ieee',
      exactIntegersTo: 2 ** 31 - 1,
      synchronousReads: true,
      dtypes: ['float32', 'int32', 'uint8', 'bool'],
    },
    kernels,
    allocate: (byteLength, dtype) => device.allocate(byteLength, dtype),
    free: (buffer) => device.free(buffer),
    write: (buffer, data) => device.view({ buffer }).set(data),
    read: async (buffer) => read(buffer),
    readSync: read,
    report: () => ({ name: 'cpu', threads: 1, kernels: report(), reads }),
    memory: () => device.stats,
    get memoryBytes() {
      return device.memoryBytes;
    },
    dispose: () => device.dispose(),
  };
}

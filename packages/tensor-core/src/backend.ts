/** What a device must offer: storage, a table of kernels, and reads. It knows nothing of gradients, layers or scopes. */
import type { DType, TypedArray } from '@convlens/types';
import type { BufferId, KernelTable } from './kernels.js';

/** What differs between devices in a way that callers can notice. */
export interface Capabilities {
  /** `'ieee'`: NaN and infinity go through every kernel as IEEE 754 says. */
  readonly nonFinite: 'ieee' | 'unspecified';
  /** Integers up to this magnitude are exact in int32 kernels. */
  readonly exactIntegersTo: number;
  /** Whether `readSync` exists. */
  readonly synchronousReads: boolean;
  readonly dtypes: readonly DType[];
}

/** Of the device, not of one runtime. Flat from the second training step on. */
export interface MemoryStats {
  readonly buffers: number;
  readonly bytes: number;
}

/** What ran how since the backend was made. */
export interface BackendReport {
  readonly name: string;
  readonly threads: number;
  /** By kernel name: how this backend runs it, and how often it has. Kernels that were never called are left out. */
  readonly kernels: Readonly<Record<string, { readonly by: string; readonly calls: number }>>;
  readonly reads: number;
}

/**
 * Storage + kernels + read.
 *
 * - Work is done in the order in which it was asked for; a `read` answers with what the buffer held at that point.
 * - Kernels enqueue (or run at once): they return nothing, never allocate a result and never read back.
 * - A kernel that fails poisons what it writes: a `read` of that, or of anything computed from it, rejects with its error.
 * - `allocate` leaves the contents unspecified; a backend may bind storage at the first write.
 */
export interface Backend {
  readonly name: string;
  readonly capabilities: Capabilities;
  readonly kernels: KernelTable;
  allocate(byteLength: number, dtype: DType): BufferId;
  free(buffer: BufferId): void;
  /** Copies `data`; its `byteLength` is that of the buffer. */
  write(buffer: BufferId, data: TypedArray): void;
  /** A copy that the caller owns. */
  read(buffer: BufferId): Promise<TypedArray>;
  /** Absent where the device answers only asynchronously. */
  readSync?(buffer: BufferId): TypedArray;
  report(): BackendReport;
  memory(): MemoryStats;
  dispose(): void | Promise<void>;
}

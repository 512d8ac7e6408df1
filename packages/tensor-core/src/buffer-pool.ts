/** Buffers that nobody uses at the moment, kept by size: from its second step on a training loop allocates nothing. */
import type { DType } from '@convlens/types';
import type { Backend } from './backend.js';
import type { BufferId } from './kernels.js';

export class BufferPool {
  readonly #backend: Backend;
  readonly #limit: number;
  /** Oldest first within a size; sizes in the order in which they were last given back. */
  readonly #free = new Map<string, { readonly byteLength: number; readonly buffers: BufferId[] }>();
  #bytes = 0;
  #count = 0;
  #allocations = 0;

  /** @param limit Bytes to keep at most; beyond it the sizes that were idle longest are freed. */
  constructor(backend: Backend, limit: number) {
    this.#backend = backend;
    this.#limit = limit;
  }

  get stats(): {
    readonly pooledBuffers: number;
    readonly pooledBytes: number;
    readonly allocations: number;
  } {
    return { pooledBuffers: this.#count, pooledBytes: this.#bytes, allocations: this.#allocations };
  }

  take(byteLength: number, dtype: DType): BufferId {
    const key = `${dtype}:${byteLength}`;
    const entry = this.#free.get(key);
    const buffer = entry?.buffers.pop();
    if (entry?.buffers.length === 0) this.#free.delete(key);
    if (buffer === undefined) {
      this.#allocations++;
      return this.#backend.allocate(byteLength, dtype);
    }
    this.#count--;
    this.#bytes -= byteLength;
    return buffer;
  }

  give(buffer: BufferId, byteLength: number, dtype: DType): void {
    // Too large to keep, and no reason to drop all the others.
    if (byteLength > this.#limit) return this.#backend.free(buffer);
    const key = `${dtype}:${byteLength}`;
    const entry = this.#free.get(key) ?? { byteLength, buffers: [] };
    this.#free.delete(key);
    this.#free.set(key, entry);
    entry.buffers.push(buffer);
    this.#count++;
    this.#bytes += byteLength;
    if (this.#bytes > this.#limit) this.#trim(this.#limit);
  }

  /** Frees everything that is idle. */
  clear(): void {
    this.#trim(0);
  }

  #trim(limit: number): void {
    for (const [key, { byteLength, buffers }] of this.#free) {
      while (buffers.length > 0 && this.#bytes > limit) {
        this.#backend.free(buffers.shift()!);
        this.#count--;
        this.#bytes -= byteLength;
      }
      if (buffers.length > 0) return;
      this.#free.delete(key);
    }
  }
}

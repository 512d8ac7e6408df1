/** Tensors in WebAssembly memory: where each lies, and how the reference kernels look at it. */
import { byteWidth, viewOf } from '@convlens/tensor-core';
import type { BufferId, KernelTensor } from '@convlens/tensor-core';
import type { DType, TypedArray } from '@convlens/types';
import { Heap } from './heap.js';
import type { WasmInstance, WasmKernels } from './modules.js';

interface Allocation {
  readonly address: number;
  readonly byteLength: number;
  readonly dtype: DType;
}

export class Device {
  #instance: { readonly kernels: WasmKernels; readonly heap: Heap } | undefined;
  readonly #allocations = new Map<BufferId, Allocation>();
  #lastBuffer = 0;
  #bytes = 0;
  #scratch = { address: 0, byteLength: 0 };

  constructor({ memory, kernels, heapBase }: WasmInstance) {
    this.#instance = { kernels, heap: new Heap(memory, heapBase) };
  }

  get kernels(): WasmKernels {
    return this.#instance!.kernels;
  }
  /** Nobody reaches a disposed device: the runtime above refuses first. */
  get #heap(): Heap {
    return this.#instance!.heap;
  }

  /** WebAssembly memory never shrinks: letting go of the instance is what gives it back. */
  dispose(): void {
    this.#instance = undefined;
    this.#allocations.clear();
    this.#bytes = 0;
  }

  /** Bytes of the WebAssembly memory; it never shrinks. */
  get memoryBytes(): number {
    return this.#instance?.heap.memory.buffer.byteLength ?? 0;
  }
  get stats(): { readonly buffers: number; readonly bytes: number } {
    return { buffers: this.#allocations.size, bytes: this.#bytes };
  }

  allocate(byteLength: number, dtype: DType): BufferId {
    const address = this.#heap.allocate(byteLength);
    this.#allocations.set(++this.#lastBuffer, { address, byteLength, dtype });
    this.#bytes += byteLength;
    return this.#lastBuffer;
  }

  free(buffer: BufferId): void {
    const allocation = this.#allocations.get(buffer);
    if (!allocation) return;
    this.#allocations.delete(buffer);
    this.#bytes -= allocation.byteLength;
    this.#heap.free(allocation.address, allocation.byteLength);
  }

  /** Where a tensor begins. */
  address({ buffer }: { readonly buffer: BufferId }): number {
    return this.#allocations.get(buffer)!.address;
  }

  /** A view that is good until the memory grows: to be used at once. */
  view({ buffer }: { readonly buffer: BufferId }): TypedArray {
    const { address, byteLength, dtype } = this.#allocations.get(buffer)!;
    return viewOf(dtype, this.#heap.memory.buffer, address, byteLength / byteWidth[dtype]);
  }

  /**
   * Room for one kernel's own use, in parts of the given sizes; what it holds is lost with the next kernel. It only grows,
   * so that from its second step on a training loop asks for nothing.
   */
  scratch(...sizes: readonly number[]): readonly number[] {
    const padded = sizes.map((size) => Math.ceil((size + 64) / 16) * 16);
    const total = padded.reduce((sum, size) => sum + size, 0);
    if (total > this.#scratch.byteLength) {
      if (this.#scratch.byteLength > 0) this.#heap.free(this.#scratch.address, this.#scratch.byteLength);
      this.#scratch = { address: this.#heap.allocate(total), byteLength: total };
    }
    let next = this.#scratch.address;
    return padded.map((size) => {
      const start = next;
      next += size;
      return start;
    });
  }

  /** Writes a list of byte offsets for a kernel to read. */
  writeOffsets(address: number, offsets: readonly number[]): void {
    new Uint32Array(this.#heap.memory.buffer, address, offsets.length).set(offsets);
  }
}

export const isFloat32 = (...tensors: readonly KernelTensor[]): boolean =>
  tensors.every(({ dtype }) => dtype === 'float32');

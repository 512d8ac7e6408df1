/** Who owns which bytes of a WebAssembly memory. First fit; neighbours that are free are joined. Recycling by size is the runtime's work. */
import { outOfMemory } from './errors.js';

/** Kernels may read this far past the end of a tensor (never write): see `assembly/lanes.ts`. */
const margin = 64;
const alignment = 16;
const pageBytes = 65_536;
/** What a 32-bit address reaches. */
const largest = 65_536 * pageBytes;

interface Block {
  readonly address: number;
  readonly byteLength: number;
}

export class Heap {
  readonly memory: WebAssembly.Memory;
  /** By address; never two neighbours. */
  #free: Block[] = [];
  #end: number;

  /** @param base Where the heap may begin: below it lies what the modules keep. */
  constructor(memory: WebAssembly.Memory, base: number) {
    this.memory = memory;
    this.#end = align(base);
  }

  /** @throws CpuError `OUT_OF_MEMORY` */
  allocate(byteLength: number): number {
    const size = align(byteLength + margin);
    const index = this.#free.findIndex((block) => block.byteLength >= size);
    const block = this.#free[index];
    if (block === undefined) return this.#extend(size);
    const rest = block.byteLength - size;
    this.#free.splice(index, 1, ...(rest > 0 ? [{ address: block.address + size, byteLength: rest }] : []));
    return block.address;
  }

  /** @param byteLength The same as was asked for. */
  free(address: number, byteLength: number): void {
    const next = this.#free.findIndex((block) => block.address > address);
    const at = next === -1 ? this.#free.length : next;
    let merged: Block = { address, byteLength: align(byteLength + margin) };
    let [from, count] = [at, 0];
    const [before, after] = [this.#free[at - 1], this.#free[at]];
    if (after && merged.address + merged.byteLength === after.address) {
      merged = { address: merged.address, byteLength: merged.byteLength + after.byteLength };
      count++;
    }
    if (before && before.address + before.byteLength === merged.address) {
      merged = { address: before.address, byteLength: before.byteLength + merged.byteLength };
      from--;
      count++;
    }
    this.#free.splice(from, count, merged);
  }

  #extend(size: number): number {
    const address = this.#end;
    this.#reach(address + size);
    this.#end = address + size;
    return address;
  }

  /** Grows by half of what there is, so that growing stays rare; by less where the host refuses that much. */
  #reach(end: number): void {
    const has = this.memory.buffer.byteLength;
    if (end <= has) return;
    const needed = Math.ceil((end - has) / pageBytes);
    const generous = Math.max(needed, Math.floor(has / 2 / pageBytes));
    const ladder = [generous, Math.ceil((needed + generous) / 2), needed];
    if (end > largest || !ladder.some((pages) => grow(this.memory, pages))) throw outOfMemory(end - has, has);
  }
}

function grow(memory: WebAssembly.Memory, pages: number): boolean {
  try {
    memory.grow(pages);
    return true;
  } catch {
    return false;
  }
}

const align = (bytes: number): number => Math.ceil(bytes / alignment) * alignment;

import { randomKey, uniformAt } from '@convlens/random';
import { describe, expect, it } from 'vitest';
import { Heap } from './heap.js';

const page = 65_536;
const heapOf = (initial: number, maximum: number): Heap =>
  new Heap(new WebAssembly.Memory({ initial, maximum }), 1024);

describe('Heap', () => {
  it('hands out aligned blocks that do not meet, margin included, through 5,000 seeded requests', () => {
    const heap = heapOf(1, 1000);
    const live = new Map<number, number>();
    for (let i = 0; i < 5000; i++) {
      const r = uniformAt(randomKey(1, 'heap'), i);
      const [address] = live.keys();
      if (live.size > 40 && address !== undefined) {
        heap.free(address, live.get(address)!);
        live.delete(address);
      }
      const size = Math.floor(r * 5000);
      const at = heap.allocate(size);
      expect(at % 16).toBe(0);
      for (const [other, length] of live)
        expect(at + size + 64 <= other || other + length + 64 <= at).toBe(true);
      live.set(at, size);
    }
    // 41 blocks of at most 5,064 bytes, and what lies between them: freed memory is used again.
    expect(heap.memory.buffer.byteLength).toBeLessThan(10 * page);
  });
  it('joins neighbours that are free', () => {
    const heap = heapOf(1, 1);
    const blocks = [0, 1, 2, 3].map(() => heap.allocate(15_000));
    for (const index of [1, 3, 0, 2]) heap.free(blocks[index]!, 15_000);
    expect(heap.allocate(60_000)).toBe(blocks[0]);
  });
  it('grows when it must, by less where more is refused, and says so when nothing is left', () => {
    const heap = heapOf(1, 3);
    heap.allocate(page);
    heap.allocate(page / 2);
    expect(() => heap.allocate(5 * page)).toThrow(
      /^cpu: expected 1 MiB more memory, received a refusal with 1 MiB in use\. Use a smaller batch/,
    );
    expect(heap.memory.buffer.byteLength).toBeLessThanOrEqual(3 * page);
  });
});

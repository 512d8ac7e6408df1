/** A backend on ordinary typed arrays: every dtype, float64 among them; slow and easy to follow. */
import type { TypedArray } from '@convlens/types';
import type { Backend } from '../backend.js';
import { counted } from '../counted.js';
import { byteWidth, viewOf } from '../dtype.js';
import type { BufferId } from '../kernels.js';
import { referenceKernels } from './kernels.js';

/**
 * The oracle: kernels in plain TypeScript on the JavaScript heap.
 *
 * @example const runtime = new Runtime(reference());
 */
export function reference(): Backend {
  const arrays = new Map<BufferId, TypedArray>();
  let lastBuffer = 0;
  let bytes = 0;
  let reads = 0;
  const table = counted(
    referenceKernels((tensor) => arrays.get(tensor.buffer)!),
    () => 'reference',
  );
  const read = (buffer: BufferId): TypedArray => {
    reads++;
    return arrays.get(buffer)!.slice();
  };
  return {
    name: 'reference',
    capabilities: {
      nonFinite: 'ieee',
      exactIntegersTo: 2 ** 31 - 1,
      synchronousReads: true,
      dtypes: ['float32', 'float64', 'int32', 'uint8', 'bool'],
    },
    kernels: table.kernels,
    allocate(byteLength, dtype) {
      arrays.set(++lastBuffer, viewOf(dtype, new ArrayBuffer(byteLength), 0, byteLength / byteWidth[dtype]));
      bytes += byteLength;
      return lastBuffer;
    },
    free(buffer) {
      bytes -= arrays.get(buffer)?.byteLength ?? 0;
      arrays.delete(buffer);
    },
    write: (buffer, data) => arrays.get(buffer)!.set(data),
    read: async (buffer) => read(buffer),
    readSync: read,
    report: () => ({ name: 'reference', threads: 1, kernels: table.report(), reads }),
    memory: () => ({ buffers: arrays.size, bytes }),
    dispose: () => arrays.clear(),
  };
}

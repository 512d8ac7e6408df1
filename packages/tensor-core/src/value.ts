/**
 * What a tensor handle points at. Buffers are shared (by reshape) and kept (by the graph), so both are counted:
 * a storage by the values that use it, a value by its handles and by the recorded ops that consumed it.
 */
import type { DType, Shape } from '@convlens/types';
import type { BufferId } from './kernels.js';
import type { AnyOp } from './op.js';

/** One buffer of the backend. `version` is raised by every update in place. */
export class Storage {
  readonly buffer: BufferId;
  readonly byteLength: number;
  readonly dtype: DType;
  references = 0;
  version = 0;
  constructor(buffer: BufferId, byteLength: number, dtype: DType) {
    this.buffer = buffer;
    this.byteLength = byteLength;
    this.dtype = dtype;
  }
}

/** How a value came to be: plain data, so that the graph can be drawn. */
export interface GraphNode {
  readonly op: AnyOp;
  readonly inputs: readonly Value[];
  readonly attrs: unknown;
  readonly outputs: readonly Value[];
  /** Versions of the storages of inputs, then outputs, when the op ran. */
  readonly versions: readonly number[];
  /** Outputs that somebody holds at the moment; the node lets go of everything when it reaches 0. */
  liveOutputs: number;
}

export class Value {
  readonly id: number;
  readonly storage: Storage;
  readonly shape: Shape;
  readonly dtype: DType;
  readonly requiresGrad: boolean;
  /** Absent for leaves: data, parameters, results that were not recorded. */
  node: GraphNode | undefined;
  references = 0;
  constructor(id: number, storage: Storage, shape: Shape, requiresGrad: boolean) {
    this.id = id;
    this.storage = storage;
    this.shape = shape;
    this.dtype = storage.dtype;
    this.requiresGrad = requiresGrad;
    storage.references++;
  }
}

/** Takes one more reference. An output that only its siblings kept alive is held again. */
export function holdValue(value: Value): void {
  if (value.references++ === 0 && value.node) value.node.liveOutputs++;
}

/**
 * Gives up one reference to `value` and to all that only it held, however deep the graph (no recursion).
 * `freed` is called with each storage that nobody uses any more.
 */
export function dropValue(value: Value, freed: (storage: Storage) => void): void {
  const pending = [value];
  const free = (unused: Value): void => {
    if (--unused.storage.references === 0) freed(unused.storage);
  };
  for (let next = pending.pop(); next; next = pending.pop()) {
    if (--next.references > 0) continue;
    const node = next.node;
    if (!node) {
      free(next);
      continue;
    }
    // Siblings share their fate: a gradient may need every output of the op.
    if (--node.liveOutputs > 0) continue;
    node.outputs.forEach(free);
    pending.push(...node.inputs);
  }
}

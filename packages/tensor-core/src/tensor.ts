/// <reference lib="esnext.disposable" preserve="true" />
/** The handle that people hold: a shape, a dtype and a way to read. The arithmetic is in `ops/`. */
import type { DType, Shape, TypedArray } from '@convlens/types';
import { notATensor, twoCopies } from './errors.js';
import type { BufferId } from './kernels.js';
import { holdValue } from './value.js';
import type { GraphNode, Value } from './value.js';
import type { Runtime } from './runtime.js';

/** Shared by all copies of this package, so that a foreign tensor is recognised. */
export const tensorBrand: unique symbol = Symbol.for('convlens.tensor') as never;

/** Raised when tensors of two releases can no longer be mixed. */
export const contract = 1;

/** `Symbol.dispose`, where the platform has it. */
const disposeSymbol: typeof Symbol.dispose = Symbol.dispose ?? (Symbol.for('convlens.dispose') as never);

/**
 * An n-dimensional array on a backend, made by `runtime.tensor(data, shape)` or by an op.
 *
 * Freed by the scope it was made in, by `dispose()`, or when it becomes unreachable.
 */
export class Tensor {
  readonly [tensorBrand]: number = contract;
  readonly runtime: Runtime;
  /** @internal What the handle points at. */
  readonly value: Value;
  #disposed = false;

  /** @internal Made by a `Runtime`. */
  constructor(runtime: Runtime, value: Value) {
    this.runtime = runtime;
    this.value = value;
    holdValue(value);
  }

  get shape(): Shape {
    return this.value.shape;
  }
  get dtype(): DType {
    return this.value.dtype;
  }
  get buffer(): BufferId {
    return this.value.storage.buffer;
  }
  /** Unique within the runtime; a reshape has its own. */
  get id(): number {
    return this.value.id;
  }
  /** Raised by every update in place of the buffer. */
  get version(): number {
    return this.value.storage.version;
  }
  get requiresGrad(): boolean {
    return this.value.requiresGrad;
  }
  /** The op that made it, where it was recorded. */
  get node(): GraphNode | undefined {
    return this.value.node;
  }
  get disposed(): boolean {
    return this.#disposed;
  }

  /**
   * The values in row-major order, as a copy, once the device has computed them.
   * @throws the error of the op that failed on the way to this tensor, as a rejection.
   * @example await runtime.tensor(Float32Array.of(1, 2), [2]).read() // Float32Array [1, 2]
   */
  read(): Promise<TypedArray> {
    return this.runtime.read(this);
  }

  /**
   * The same at once.
   * @throws TensorError `NO_READ_SYNC` on a backend that only answers asynchronously.
   */
  readSync(): TypedArray {
    return this.runtime.readSync(this);
  }

  /** Gives the handle up. The buffer stays while a recorded graph or another tensor needs it. Twice is harmless. */
  dispose(): void {
    if (this.#disposed) return;
    this.#disposed = true;
    this.runtime.release(this);
  }

  /** For `using x = …`, which disposes at the end of the block. */
  [disposeSymbol](): void {
    this.dispose();
  }

  toString(): string {
    return `Tensor ${this.dtype} [${this.shape.join(', ')}]`;
  }
}

/**
 * Refuses what no tensor of this copy of the package is; ops ask before they look at a shape.
 * @throws TensorError `NOT_A_TENSOR`, TwoCopiesError
 */
export function assertTensor(op: string, index: number, input: unknown): void {
  const brand = (input as Partial<Tensor> | null | undefined)?.[tensorBrand];
  if (brand === undefined) throw notATensor(op, index, input);
  if (brand !== contract) throw twoCopies(op, contract, brand);
}

/** Where an op of this input runs. */
export function runtimeOf(op: string, x: Tensor): Runtime {
  assertTensor(op, 0, x);
  return x.runtime;
}

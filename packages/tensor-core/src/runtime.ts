/**
 * A backend plus the little state that eager execution needs: scopes, a buffer pool, listeners. Tensors belong to the
 * runtime that made them; two runtimes live side by side and share nothing.
 */
import type { DType, Shape, TypedArray } from '@convlens/types';
import type { Backend, BackendReport } from './backend.js';
import { BufferPool } from './buffer-pool.js';
import { byteLengthOf, dtypeOf, isFloat, sizeOf } from './dtype.js';
import * as errors from './errors.js';
import type { Kernel, KernelAttrs, KernelName, KernelOutputs, KernelTensor } from './kernels.js';
import type { AnyOp, Op, TensorSpec } from './op.js';
import { Scopes } from './scopes.js';
import type { ScopeResult } from './scopes.js';
import { ownShape } from './shape.js';
import { assertTensor, Tensor } from './tensor.js';
import { dropValue, holdValue, Storage, Value } from './value.js';
import type { GraphNode } from './value.js';

/** Extend by declaration merging to publish new events. */
export interface RuntimeEvents {
  /** An op ran (enqueued its kernel, or was composed of others). */
  op: {
    readonly name: string;
    readonly inputs: readonly Shape[];
    readonly outputs: readonly Shape[];
    readonly composed: boolean;
  };
  /** With `debug`: a tensor was collected that nobody had disposed of. */
  leak: { readonly shape: Shape; readonly dtype: DType; readonly site: string | undefined };
}

export interface RuntimeOptions {
  /** Remembers where each tensor was made, for `leak` events. Slow; off unless told. */
  readonly debug?: boolean;
  /** Bytes of idle buffers to keep for the next op; 256 MiB unless told. */
  readonly poolLimit?: number;
}

/** `tensors` are live handles; `allocations` counts every buffer the backend was ever asked for. */
export interface RuntimeMemory {
  readonly tensors: number;
  readonly buffers: number;
  readonly bytes: number;
  readonly pooledBuffers: number;
  readonly pooledBytes: number;
  readonly allocations: number;
}

/** What the collector hands back of a handle that nobody disposed of. */
interface Remains {
  readonly value: Value;
  readonly site: string | undefined;
}

/**
 * Where tensors are made and ops run.
 *
 * @example
 * const runtime = new Runtime(reference());
 * const x = runtime.tensor(Float32Array.of(1, 2, 3), [3]);
 * await add(x, x).read(); // Float32Array [2, 4, 6]
 */
export class Runtime {
  readonly backend: Backend;
  readonly #pool: BufferPool;
  readonly #scopes = new Scopes();
  readonly #listeners = new Map<keyof RuntimeEvents, Set<(event: never) => void>>();
  readonly #collected: FinalizationRegistry<Remains>;
  readonly #debug: boolean;
  #unrecorded = 0;
  #ids = 0;
  #tensors = 0;
  #buffers = 0;
  #bytes = 0;
  #disposed = false;

  constructor(backend: Backend, options: RuntimeOptions = {}) {
    this.backend = backend;
    this.#debug = options.debug ?? false;
    this.#pool = new BufferPool(backend, options.poolLimit ?? 256 * 2 ** 20);
    this.#collected = new FinalizationRegistry((remains) => this.#bury(remains));
  }

  /**
   * Makes a tensor of the given values, in row-major order.
   *
   * @param options.dtype `'bool'` for a `Uint8Array` of 0 and 1; otherwise the array's class decides.
   * @param options.requiresGrad Records the ops that it goes through; false unless told.
   * @throws ShapeError `DATA_LENGTH` when the number of values is not the product of the shape, `INVALID_SHAPE`,
   * `DATA_TYPE` for an array that is not typed, `DATA_DTYPE` for one of another dtype, `WRONG_DTYPE` for integers with
   * `requiresGrad`, `UNSUPPORTED_DTYPE`.
   * @example runtime.tensor(Float32Array.of(1, 2, 3, 4), [2, 2]).shape // [2, 2]
   */
  tensor(
    data: TypedArray,
    shape: Shape,
    options: { readonly dtype?: DType; readonly requiresGrad?: boolean } = {},
  ): Tensor {
    this.#assertLive('tensor');
    const spec = specOf(data, shape, options.dtype);
    const { requiresGrad = false } = options;
    if (requiresGrad && !isFloat(spec.dtype)) throw errors.integerGradient(spec.dtype);
    const tensor = this.#make(spec, requiresGrad);
    this.backend.write(tensor.buffer, data);
    return tensor;
  }

  /** Runs an op: checks its inputs, names its outputs, calls its kernel (or composes it), records it where asked for. */
  run<K extends KernelName>(op: Op<K>, inputs: readonly Tensor[], attrs: KernelAttrs<K>): readonly Tensor[] {
    this.assertInputs(op.name, inputs);
    if (op.mutates) throw errors.needsUpdate(op.name);
    const specs = op.inferOutputs(inputs, attrs);
    const record =
      this.#unrecorded === 0 && op.gradient !== undefined && inputs.some((input) => input.requiresGrad);
    const kernel = this.#kernel(op);
    const outputs = kernel
      ? this.#enqueue(kernel, inputs, attrs, specs, record)
      : this.#compose(op, inputs, attrs, record);
    if (record) this.#record(op, inputs, attrs, outputs);
    this.#emit('op', () => ({
      name: op.name,
      inputs: inputs.map((t) => t.shape),
      outputs: outputs.map((t) => t.shape),
      composed: !kernel,
    }));
    return outputs;
  }

  /** Runs an op that overwrites some of its inputs and raises their versions; a gradient that still needs them is refused later. */
  update<K extends KernelName>(op: Op<K>, inputs: readonly Tensor[], attrs: KernelAttrs<K>): void {
    this.assertInputs(op.name, inputs);
    op.inferOutputs(inputs, attrs);
    const kernel = this.#kernel(op);
    if (!kernel) throw errors.missingKernel(op.name, this.backend.name);
    const targets = (op.mutates ?? []).map((position) => inputs[position]!);
    if (targets.some((target) => target.node)) throw errors.updateOfRecorded(op.name);
    call(kernel, inputs, attrs, []);
    for (const target of targets) target.value.storage.version++;
    this.#emit('op', () => ({
      name: op.name,
      inputs: inputs.map((t) => t.shape),
      outputs: [],
      composed: false,
    }));
  }

  /** The same values under another shape, without a copy: reshape is built on it. */
  view(op: AnyOp, x: Tensor, shape: Shape, attrs: unknown): Tensor {
    this.assertInputs(op.name, [x]);
    const record = this.#unrecorded === 0 && x.requiresGrad;
    const y = this.#track(new Value(++this.#ids, x.value.storage, shape, record));
    if (record) this.#record(op, [x], attrs, [y]);
    return y;
  }

  /** @internal Another handle to the same value: what a gradient gets, so that handles freed by the caller do not matter. */
  handle(value: Value): Tensor {
    return this.#track(value);
  }

  /**
   * Frees every tensor made inside `fn` except those it returns (alone, or in arrays and plain objects).
   * @throws TensorError `ASYNC_SCOPE` when `fn` is asynchronous.
   * @example runtime.scope(() => mean(square(x))) // the squares are freed
   */
  scope<R extends ScopeResult>(fn: () => R): R {
    return this.#scopes.run(fn);
  }

  /** Takes a tensor out of the scopes around it; it then lives until `dispose()` or until it is unreachable. */
  keep<T extends Tensor>(tensor: T): T {
    this.#scopes.forget(tensor);
    return tensor;
  }

  /** Runs `fn` without recording gradients. */
  withoutGradients<R>(fn: () => R): R {
    this.#unrecorded++;
    try {
      return fn();
    } finally {
      this.#unrecorded--;
    }
  }

  read(tensor: Tensor): Promise<TypedArray> {
    this.assertInputs('read', [tensor]);
    return this.backend.read(tensor.buffer);
  }

  readSync(tensor: Tensor): TypedArray {
    this.assertInputs('readSync', [tensor]);
    if (!this.backend.readSync) throw errors.noReadSync(this.backend.name);
    return this.backend.readSync(tensor.buffer);
  }

  memory(): RuntimeMemory {
    return { tensors: this.#tensors, buffers: this.#buffers, bytes: this.#bytes, ...this.#pool.stats };
  }

  report(): BackendReport {
    return this.backend.report();
  }

  on<E extends keyof RuntimeEvents>(event: E, listener: (event: RuntimeEvents[E]) => void): () => void {
    const listeners = this.#listeners.get(event) ?? new Set();
    this.#listeners.set(event, listeners);
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }

  /** Frees idle buffers now. */
  trim(): void {
    this.#pool.clear();
  }

  /** Frees everything. Tensors of this runtime are unusable afterwards. */
  async dispose(): Promise<void> {
    if (this.#disposed) return;
    this.#pool.clear();
    this.#disposed = true;
    await this.backend.dispose();
  }

  /** @internal Called by `Tensor.dispose`. */
  release(tensor: Tensor): void {
    this.#tensors--;
    this.#collected.unregister(tensor);
    this.#scopes.forget(tensor);
    this.#drop(tensor.value);
  }

  #kernel<K extends KernelName>(op: Op<K>): Kernel<K> | undefined {
    return this.backend.kernels[op.name];
  }

  #enqueue<K extends KernelName>(
    kernel: Kernel<K>,
    inputs: readonly Tensor[],
    attrs: KernelAttrs<K>,
    specs: readonly TensorSpec[],
    requiresGrad: boolean,
  ): readonly Tensor[] {
    const outputs: Tensor[] = [];
    try {
      for (const spec of specs) outputs.push(this.#make(spec, requiresGrad));
      call(kernel, inputs, attrs, outputs);
    } catch (error) {
      for (const output of outputs) output.dispose();
      throw error;
    }
    return outputs;
  }

  #compose<K extends KernelName>(
    op: Op<K>,
    inputs: readonly Tensor[],
    attrs: KernelAttrs<K>,
    requiresGrad: boolean,
  ): readonly Tensor[] {
    const compose = op.compose;
    if (!compose) throw errors.missingKernel(op.name, this.backend.name);
    const results = this.scope(() => this.withoutGradients(() => compose(inputs, attrs)));
    // New values over the same buffers: a result may be an input itself, and must carry this op's node alone.
    const outputs = results.map((result) =>
      this.#track(new Value(++this.#ids, result.value.storage, result.shape, requiresGrad)),
    );
    for (const result of results) if (!inputs.includes(result)) result.dispose();
    return outputs;
  }

  #record(op: AnyOp, inputs: readonly Tensor[], attrs: unknown, outputs: readonly Tensor[]): void {
    const values = inputs.map((input) => input.value);
    const results = outputs.map((output) => output.value);
    const node: GraphNode = {
      op,
      inputs: values,
      attrs,
      outputs: results,
      versions: [...values, ...results].map((value) => value.storage.version),
      liveOutputs: results.length,
    };
    values.forEach(holdValue);
    for (const result of results) result.node = node;
  }

  #make(spec: TensorSpec, requiresGrad: boolean): Tensor {
    const { dtypes } = this.backend.capabilities;
    if (!dtypes.includes(spec.dtype)) throw errors.unsupportedDType(this.backend.name, spec.dtype, dtypes);
    const byteLength = byteLengthOf(spec.shape, spec.dtype);
    const storage = new Storage(this.#pool.take(byteLength, spec.dtype), byteLength, spec.dtype);
    this.#buffers++;
    this.#bytes += byteLength;
    return this.#track(new Value(++this.#ids, storage, spec.shape, requiresGrad));
  }

  #track(value: Value): Tensor {
    const tensor = new Tensor(this, value);
    this.#tensors++;
    this.#collected.register(
      tensor,
      { value, site: this.#debug ? new Error('made here').stack : undefined },
      tensor,
    );
    this.#scopes.add(tensor);
    return tensor;
  }

  #bury({ value, site }: Remains): void {
    this.#tensors--;
    this.#emit('leak', () => ({ shape: value.shape, dtype: value.dtype, site }));
    this.#drop(value);
  }

  #drop(value: Value): void {
    dropValue(value, (storage) => {
      this.#buffers--;
      this.#bytes -= storage.byteLength;
      if (!this.#disposed) this.#pool.give(storage.buffer, storage.byteLength, storage.dtype);
    });
  }

  #emit<E extends keyof RuntimeEvents>(name: E, event: () => RuntimeEvents[E]): void {
    const listeners = this.#listeners.get(name);
    if (!listeners || listeners.size === 0) return;
    const value = event();
    // Stored under its own event name, so that it takes exactly this event.
    for (const listener of listeners) (listener as (event: RuntimeEvents[E]) => void)(value);
  }

  #assertLive(op: string): void {
    if (this.#disposed) throw errors.disposedRuntime(op, this.backend.name);
  }

  /** @internal Live tensors of this runtime, and nothing else. */
  assertInputs(op: string, inputs: readonly Tensor[]): void {
    this.#assertLive(op);
    inputs.forEach((input, index) => {
      assertTensor(op, index, input);
      if (input.disposed) throw errors.disposedTensor(op);
      if (input.runtime !== this)
        throw errors.mixedRuntimes(op, this.backend.name, input.runtime.backend.name);
    });
  }
}

/** What the data is, if it can be a tensor at all. */
function specOf(data: TypedArray, given: Shape, asked: DType | undefined): TensorSpec {
  const stored = dtypeOf(data);
  const dtype = asked ?? stored;
  if (dtype !== stored && !(dtype === 'bool' && stored === 'uint8'))
    throw errors.dataDTypeMismatch(stored, dtype);
  const shape = ownShape('tensor', given);
  if (data.length !== sizeOf(shape)) throw errors.dataLengthMismatch(shape, sizeOf(shape), data.length);
  return { shape, dtype };
}

/** The one border where tensors become what a kernel sees: the op has checked number, shapes and dtypes. */
function call<K extends KernelName>(
  kernel: Kernel<K>,
  inputs: readonly KernelTensor[],
  attrs: KernelAttrs<K>,
  outputs: readonly KernelTensor[],
): void {
  kernel(inputs, attrs, outputs as KernelOutputs<K>);
}

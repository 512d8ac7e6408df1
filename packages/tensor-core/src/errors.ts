/** Every error of this package, one function each: op, expected, received, remedy. */
import type { DType, Shape } from '@convlens/types';

/** What all errors of the engine share: `code` is stable, and the anchor of its page in the docs. */
export class TensorError extends Error {
  override readonly name: string = 'TensorError';
  readonly code: string;
  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
/** An input's shape, dtype or attribute does not fit the op. */
export class ShapeError extends TensorError {
  override readonly name = 'ShapeError';
}
/** A tensor that was already freed. */
export class DisposedError extends TensorError {
  override readonly name = 'DisposedError';
}
/** A tensor was overwritten in place after the graph recorded it. */
export class StaleTensorError extends TensorError {
  override readonly name = 'StaleTensorError';
}
/** Tensors of two copies of this package met. */
export class TwoCopiesError extends TensorError {
  override readonly name = 'TwoCopiesError';
}

export const formatShape = (shape: Shape): string => `[${shape.join(', ')}]`;

export const invalidShape = (op: string, expected: string, received: string, remedy: string): ShapeError =>
  new ShapeError('INVALID_SHAPE', `${op}: expected ${expected}, received ${received}. ${remedy}`);

export const wrongRank = (
  op: string,
  name: string,
  axes: string,
  received: Shape,
  remedy: string,
): ShapeError =>
  new ShapeError(
    'WRONG_RANK',
    `${op}: expected ${name} of rank ${axes.split(',').length} [${axes}], received ${formatShape(received)}. ${remedy}`,
  );

export const notBroadcastable = (op: string, a: Shape, b: Shape): ShapeError =>
  new ShapeError(
    'NOT_BROADCASTABLE',
    `${op}: expected shapes whose axes, counted from the last, are equal or 1, received ${formatShape(a)} and ${formatShape(b)}. Reshape or transpose one of them.`,
  );

export const wrongDType = (
  op: string,
  name: string,
  expected: string,
  received: DType,
  remedy: string,
): ShapeError =>
  new ShapeError(
    'WRONG_DTYPE',
    `${op}: expected ${name} of dtype ${expected}, received ${received}. ${remedy}`,
  );

export const mixedDTypes = (op: string, a: DType, b: DType): ShapeError =>
  new ShapeError(
    'MIXED_DTYPES',
    `${op}: expected inputs of one dtype, received ${a} and ${b}. Convert one of them: cast(x, '${a}').`,
  );

export const invalidAxis = (op: string, axis: number, rank: number): ShapeError =>
  new ShapeError(
    'INVALID_AXIS',
    `${op}: expected an axis from ${-rank} to ${rank - 1} for a tensor of rank ${rank}, received ${axis}. Count from 0, or from -1 for the last.`,
  );

export const invalidOption = (
  op: string,
  option: string,
  expected: string,
  received: unknown,
  remedy: string,
): ShapeError =>
  new ShapeError(
    'INVALID_OPTION',
    `${op}: expected ${option} to be ${expected}, received ${String(received)}. ${remedy}`,
  );

export const unfitData = (received: unknown): ShapeError =>
  new ShapeError(
    'DATA_TYPE',
    `tensor: expected data in a Float32Array, Int32Array, Uint8Array or Float64Array, received ${describe(received)}. Convert it: Float32Array.from(data).`,
  );

export const dataDTypeMismatch = (stored: DType, asked: DType): ShapeError =>
  new ShapeError(
    'DATA_DTYPE',
    `tensor: expected dtype ${stored === 'uint8' ? 'uint8 or bool' : stored} for such an array, received ${asked}. Convert the tensor afterwards: cast(x, '${asked}').`,
  );

export const dataLengthMismatch = (shape: Shape, expected: number, received: number): ShapeError =>
  new ShapeError(
    'DATA_LENGTH',
    `tensor: expected ${expected} values for shape ${formatShape(shape)}, received ${received}. Correct the shape or the data.`,
  );

export const integerGradient = (dtype: DType): ShapeError =>
  wrongDType(
    'tensor',
    'data that requires a gradient',
    'float32 or float64',
    dtype,
    'Convert it: Float32Array.from(data).',
  );

export const unsupportedDType = (backend: string, dtype: DType, supported: readonly DType[]): ShapeError =>
  new ShapeError(
    'UNSUPPORTED_DTYPE',
    `tensor: expected a dtype that backend "${backend}" stores (${supported.join(', ')}), received ${dtype}. float64 runs on the reference backend.`,
  );

export const labelOutOfRange = (label: number, classes: number): ShapeError =>
  new ShapeError(
    'LABEL_RANGE',
    `softmaxCrossEntropy: expected labels from 0 to ${classes - 1} for ${classes} classes, received ${label}. Count classes from 0.`,
  );

export const emptyReduction = (op: string, shape: Shape): ShapeError =>
  new ShapeError(
    'EMPTY_REDUCTION',
    `${op}: expected at least one element along the reduced axes, received shape ${formatShape(shape)}. An empty ${op} has no value.`,
  );

export const disposedTensor = (op: string): DisposedError =>
  new DisposedError(
    'DISPOSED',
    `${op}: expected a live tensor, received one that was freed. Return it from its scope, or call runtime.keep(tensor).`,
  );

export const disposedRuntime = (op: string, backend: string): DisposedError =>
  new DisposedError(
    'RUNTIME_DISPOSED',
    `${op}: expected a live runtime, received one on "${backend}" that was disposed. Make a new Runtime.`,
  );

export const mixedRuntimes = (op: string, a: string, b: string): TensorError =>
  new TensorError(
    'MIXED_RUNTIMES',
    `${op}: expected inputs of one runtime, received tensors of two ("${a}" and "${b}"). Read one and make it anew: otherRuntime.tensor(await x.read(), x.shape).`,
  );

export const missingKernel = (kernel: string, backend: string): TensorError =>
  new TensorError(
    'MISSING_KERNEL',
    `${kernel}: expected a kernel on backend "${backend}" or an op that is composed of others, received neither. Add the kernel to the backend, or use another backend.`,
  );

export const noReadSync = (backend: string): TensorError =>
  new TensorError(
    'NO_READ_SYNC',
    `readSync: expected a backend that answers at once, received "${backend}", which does not. Use await tensor.read().`,
  );

export const asyncScope = (): TensorError =>
  new TensorError(
    'ASYNC_SCOPE',
    'scope: expected a function that returns tensors, received one that returns a promise. Read outside the scope, and keep in it only synchronous ops.',
  );

export const needsUpdate = (op: string): TensorError =>
  new TensorError(
    'NEEDS_UPDATE',
    `${op}: expected to be called through Runtime.update because it overwrites its inputs, received a call of Runtime.run. Call runtime.update.`,
  );

export const updateOfRecorded = (op: string): TensorError =>
  new TensorError(
    'UPDATE_OF_RESULT',
    `${op}: expected to overwrite a tensor that no recorded op computed, received the result of one. Update leaves only: parameters and state.`,
  );

export const notDifferentiable = (op: string): TensorError =>
  new TensorError(
    'NOT_DIFFERENTIABLE',
    `gradients: expected every op between y and xs to have a gradient, received ${op}, which has none. Cut the graph there with detach(tensor).`,
  );

export const notConnected = (index: number): TensorError =>
  new TensorError(
    'NOT_CONNECTED',
    `gradients: expected y to depend on xs[${index}], received one that it does not depend on. Make it with requiresGrad: true before computing y, or pass { unconnected: 'zeros' }.`,
  );

export const staleTensor = (op: string, then: number, now: number): StaleTensorError =>
  new StaleTensorError(
    'STALE_TENSOR',
    `gradients: expected the tensors that ${op} used to be as they were (version ${then}), received one that was overwritten since (version ${now}). Compute y again after the update.`,
  );

export const twoCopies = (op: string, mine: number, theirs: unknown): TwoCopiesError =>
  new TwoCopiesError(
    'TWO_COPIES',
    `${op}: expected tensors of contract ${mine}, received contract ${String(theirs)}: two copies of @convlens/tensor-core are loaded. Keep one: npm ls @convlens/tensor-core shows who asks for the other.`,
  );

export const notATensor = (op: string, index: number, received: unknown): TensorError =>
  new TensorError(
    'NOT_A_TENSOR',
    `${op}: expected input ${index} to be a tensor, received ${describe(received)}. Make one: runtime.tensor(Float32Array.of(1, 2), [2]).`,
  );

function describe(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value)) return `an array of ${value.length}`;
  return typeof value === 'object'
    ? `a ${value.constructor?.name ?? 'plain object'}`
    : `the ${typeof value} ${String(value)}`;
}

/** Tensors, runtimes and ops with gradients. Reference kernels are at `./reference`, help for tests at `./testing`. */

// Where tensors live
export { Runtime } from './runtime.js';
export type { RuntimeEvents, RuntimeMemory, RuntimeOptions } from './runtime.js';
export { contract, Tensor } from './tensor.js';
export { byteLengthOf, byteWidth, dtypeOf, sizeOf, viewOf } from './dtype.js';

// Ops
export { fill } from './ops/fill.js';
export { add } from './ops/add.js';
export type { Operand } from './ops/binary.js';
export { sum } from './ops/sum.js';
export type { ReductionOptions } from './ops/reduction.js';
export { reshape } from './ops/reshape.js';
export { broadcastTo } from './ops/broadcast-to.js';
export { conv2d } from './ops/conv2d.js';
export type { Conv2DOptions } from './ops/conv2d.js';

// Gradients
export { gradients } from './autodiff.js';
export type { GradientOptions } from './autodiff.js';

// For those who write ops and backends
export { defineOp } from './op.js';
export type { AnyOp, GradientContext, GradientThunk, Op, TensorSpec } from './op.js';
export type { Backend, BackendReport, Capabilities, MemoryStats } from './backend.js';
export type {
  BufferId,
  Conv2DAttrs,
  FusedActivation,
  Kernel,
  KernelAttrs,
  KernelInputs,
  KernelName,
  KernelOutputs,
  KernelSignatures,
  KernelTable,
  KernelTensor,
} from './kernels.js';
export type { GraphNode, Value } from './value.js';
export { DisposedError, ShapeError, StaleTensorError, TensorError, TwoCopiesError } from './errors.js';

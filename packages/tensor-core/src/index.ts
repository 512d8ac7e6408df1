/** Tensors, runtimes and ops with gradients. Reference kernels are at `./reference`, help for tests at `./testing`. */

// Where tensors live
export { Runtime } from './runtime.js';
export type { RuntimeEvents, RuntimeMemory, RuntimeOptions } from './runtime.js';
export { contract, Tensor } from './tensor.js';
export { byteLengthOf, byteWidth, dtypeOf, sizeOf, viewOf } from './dtype.js';

// Arithmetic
export { fill } from './ops/fill.js';
export { add } from './ops/add.js';
export { subtract } from './ops/subtract.js';
export { multiply } from './ops/multiply.js';
export { divide } from './ops/divide.js';
export type { Operand } from './ops/binary.js';
export { negate } from './ops/negate.js';
export { exp } from './ops/exp.js';
export { log } from './ops/log.js';
export { sqrt } from './ops/sqrt.js';
export { square } from './ops/square.js';
export { cast } from './ops/cast.js';

// Shapes
export { reshape } from './ops/reshape.js';
export { transpose } from './ops/transpose.js';
export { broadcastTo } from './ops/broadcast-to.js';
export { slice } from './ops/slice.js';
export type { SliceOptions } from './ops/slice.js';
export { concat } from './ops/concat.js';
export { pad } from './ops/pad.js';
export type { Paddings } from './ops/pad.js';

// Reductions
export { sum } from './ops/sum.js';
export { mean } from './ops/mean.js';
export { max } from './ops/max.js';
export { argMax } from './ops/arg-max.js';
export type { ReductionOptions } from './ops/reduction.js';

// What a convolutional network is made of
export { conv2d } from './ops/conv2d.js';
export type { Conv2DOptions } from './ops/conv2d.js';
export { conv2dBias } from './ops/conv2d-bias.js';
export { maxPool2d } from './ops/max-pool2d.js';
export type { MaxPool2DOptions } from './ops/max-pool2d.js';
export { averagePool2d } from './ops/average-pool2d.js';
export type { AveragePool2DOptions } from './ops/average-pool2d.js';
export { matMul } from './ops/mat-mul.js';
export type { MatMulOptions } from './ops/mat-mul.js';
export { matMulBias } from './ops/mat-mul-bias.js';
export { relu } from './ops/relu.js';
export { leakyRelu } from './ops/leaky-relu.js';
export { sigmoid } from './ops/sigmoid.js';
export { tanh } from './ops/tanh.js';
export { softmax } from './ops/softmax.js';
export { logSoftmax } from './ops/log-softmax.js';
export type { AxisOptions } from './ops/along-axis.js';
export { dropout } from './ops/dropout.js';
export type { DropoutOptions } from './ops/dropout.js';
export { softmaxCrossEntropy } from './ops/softmax-cross-entropy.js';
export type { SoftmaxCrossEntropyOptions } from './ops/softmax-cross-entropy.js';

// Gradients
export { gradients } from './autodiff.js';
export type { GradientOptions } from './autodiff.js';
export { detach } from './ops/detach.js';
export { adamStep, assign, momentumStep, sgdStep } from './ops/optimizer-steps.js';

// For those who write ops and backends
export { counted } from './counted.js';
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

/**
 * The vocabulary that every backend speaks: kernel names with their inputs, attributes and outputs.
 * A plugin adds a kernel by declaration merging on `KernelSignatures`.
 */
import type { WindowPlan } from '@convlens/geometry';
import type { RandomKey } from '@convlens/random';
import type { DType, Shape } from '@convlens/types';

/** Names a buffer of one backend. */
export type BufferId = number;

/** What a kernel sees of a tensor: where it lives and how it is shaped. */
export interface KernelTensor {
  readonly buffer: BufferId;
  readonly shape: Shape;
  readonly dtype: DType;
}

type T = KernelTensor;
type NoAttrs = Readonly<Record<never, never>>;

interface Signature<
  Inputs extends readonly T[],
  Attrs = NoAttrs,
  Outputs extends readonly T[] = readonly [y: T],
> {
  readonly inputs: Inputs;
  readonly attrs: Attrs;
  readonly outputs: Outputs;
}

type Unary = Signature<readonly [x: T]>;
/** The output has the broadcast shape of the inputs; both have one dtype. */
type Binary = Signature<readonly [a: T, b: T]>;
/** `axes` are sorted, unique and not negative; the output's shape (with or without the axes) is already decided. */
type Reduction = Signature<readonly [x: T], { readonly axes: readonly number[] }>;

export interface Conv2DAttrs {
  readonly plan: WindowPlan;
  /** Input and output channels are split into this many groups, each with filters of its own. */
  readonly groups: number;
}

/** Nothing, or the function that a fused kernel applies to its sum last. */
export type FusedActivation = 'none' | 'relu';

/** Names, inputs in order, attributes and outputs in order. `x` is `[batch, height, width, channels]` in windows. */
export interface KernelSignatures {
  // Arithmetic
  add: Binary;
  subtract: Binary;
  multiply: Binary;
  divide: Binary;
  negate: Unary;
  exp: Unary;
  log: Unary;
  sqrt: Unary;
  square: Unary;
  /** Converts between dtypes: to integers by truncation towards zero, to bool by `x !== 0`. */
  cast: Unary;
  fill: Signature<readonly [], { readonly value: number }>;

  // Reductions
  sum: Reduction;
  mean: Reduction;
  max: Reduction;
  /** dx of `max`: dy at the first maximum in row order. `y` and `dy` are shaped as the reduction's output. */
  maxBackprop: Signature<readonly [dy: T, x: T, y: T], { readonly axes: readonly number[] }>;
  /** int32 index of the first maximum along one axis. NaN counts as the maximum. */
  argMax: Signature<readonly [x: T], { readonly axis: number }>;

  // Shapes (reshape needs no kernel: it shares the buffer)
  transpose: Signature<readonly [x: T], { readonly permutation: readonly number[] }>;
  broadcastTo: Unary;
  slice: Signature<readonly [x: T], { readonly begin: readonly number[] }>;
  concat: Signature<readonly T[], { readonly axis: number }>;
  pad: Signature<readonly [x: T], { readonly before: readonly number[]; readonly value: number }>;

  // Linear algebra and windows
  /** `[..., m, k] x [..., k, n]` with broadcast leading axes, after the transpositions that the flags ask for. */
  matMul: Signature<readonly [a: T, b: T], { readonly transposeA: boolean; readonly transposeB: boolean }>;
  /** filter: `[height, width, inChannels / groups, filters]`. */
  conv2d: Signature<readonly [x: T, filter: T], Conv2DAttrs>;
  conv2dBackpropInput: Signature<readonly [dy: T, filter: T], Conv2DAttrs, readonly [dx: T]>;
  conv2dBackpropFilter: Signature<readonly [x: T, dy: T], Conv2DAttrs, readonly [dFilter: T]>;
  maxPool2d: Signature<readonly [x: T], { readonly plan: WindowPlan }>;
  /** dy at the first maximum of each window in row order. */
  maxPool2dBackprop: Signature<readonly [dy: T, x: T, y: T], { readonly plan: WindowPlan }, readonly [dx: T]>;

  // Activations and losses
  relu: Unary;
  sigmoid: Unary;
  tanh: Unary;
  /** dy where y > 0, else 0. */
  reluBackprop: Signature<readonly [dy: T, y: T]>;
  /** Along the last axis. */
  softmax: Unary;
  softmaxBackprop: Signature<readonly [dy: T, y: T]>;
  logSoftmax: Unary;
  logSoftmaxBackprop: Signature<readonly [dy: T, y: T]>;
  /**
   * Cross-entropy of each row. logits `[batch, classes]`; labels int32/uint8 `[batch]` or float `[batch, classes]`.
   * Outputs: loss `[batch]` and the logarithms of the probabilities `[batch, classes]`.
   */
  softmaxCrossEntropy: Signature<
    readonly [logits: T, labels: T],
    { readonly labelSmoothing: number },
    readonly [loss: T, logProbabilities: T]
  >;
  /** dLogits; `dy` is `[batch]`. */
  softmaxCrossEntropyBackprop: Signature<
    readonly [dy: T, logProbabilities: T, labels: T],
    { readonly labelSmoothing: number }
  >;
  /** Zeroes each element with probability `rate`, scales the rest by `1 / (1 - rate)`; a function of key and index alone. */
  dropout: Signature<readonly [x: T], { readonly rate: number; readonly key: RandomKey }>;

  // Fused: the same bits as the ops they are made of (the bias is added to the finished sum)
  /** `activation(conv2d(x, filter) + bias)`. */
  conv2dBias: Signature<
    readonly [x: T, filter: T, bias: T],
    Conv2DAttrs & { readonly activation: FusedActivation }
  >;
  /** `activation(a b + bias)`, `a` `[m, k]`, `b` `[k, n]`, bias `[n]`. */
  matMulBias: Signature<readonly [a: T, b: T, bias: T], { readonly activation: FusedActivation }>;

  // In place: `outputs` is empty, the inputs named in the op's `mutates` are overwritten
  sgdStep: Signature<readonly [parameter: T, gradient: T], { readonly learningRate: number }, readonly []>;
  momentumStep: Signature<
    readonly [parameter: T, gradient: T, velocity: T],
    { readonly learningRate: number; readonly momentum: number; readonly nesterov: boolean },
    readonly []
  >;
  /** `learningRate` arrives with the bias correction of this step already in it: see `docs/numerics.md`. */
  adamStep: Signature<
    readonly [parameter: T, gradient: T, firstMoment: T, secondMoment: T],
    {
      readonly learningRate: number;
      readonly beta1: number;
      readonly beta2: number;
      readonly epsilon: number;
    },
    readonly []
  >;
  /** Copies `source` over `target`, of one shape and dtype. */
  assign: Signature<readonly [target: T, source: T], NoAttrs, readonly []>;
}

export type KernelName = keyof KernelSignatures;
export type KernelInputs<K extends KernelName> = KernelSignatures[K]['inputs'];
export type KernelAttrs<K extends KernelName> = KernelSignatures[K]['attrs'];
export type KernelOutputs<K extends KernelName> = KernelSignatures[K]['outputs'];

/** Writes `outputs`, whose buffers the runtime has already named. Returns nothing, allocates nothing, reads nothing back. */
export type Kernel<K extends KernelName> = (
  inputs: KernelInputs<K>,
  attrs: KernelAttrs<K>,
  outputs: KernelOutputs<K>,
) => void;

/** Plain data: what is absent here is composed from other ops, or is an error that says so. */
export type KernelTable = { readonly [K in KernelName]?: Kernel<K> };

/** Everything there is to know about an op, in one object: its shapes, its gradient, what it is made of. */
import type { DType, Shape } from '@convlens/types';
import type { KernelAttrs, KernelName } from './kernels.js';
import type { Tensor } from './tensor.js';

/** A tensor before it exists. */
export interface TensorSpec {
  readonly shape: Shape;
  readonly dtype: DType;
}

/** What a gradient may use. `dys[i]` is absent where output `i` does not influence y. */
export interface GradientContext<Attrs> {
  readonly dys: readonly (Tensor | undefined)[];
  readonly inputs: readonly Tensor[];
  readonly outputs: readonly Tensor[];
  readonly attrs: Attrs;
}

/** Computes one input's gradient; called only if that one is needed. */
export type GradientThunk = () => Tensor;

export interface Op<K extends KernelName = KernelName> {
  /** Also the name of its kernel. */
  readonly name: K;
  /** Checks the inputs and says what the outputs will be. */
  inferOutputs(inputs: readonly TensorSpec[], attrs: KernelAttrs<K>): readonly TensorSpec[];
  /** One thunk an input, `undefined` for an input that has no gradient (labels). Leave it out for an op that has none. */
  gradient?(context: GradientContext<KernelAttrs<K>>): readonly (GradientThunk | undefined)[];
  /** The same outputs from simpler ops, for backends without this kernel. Runs unrecorded: the op records one node, its own. */
  compose?(inputs: readonly Tensor[], attrs: KernelAttrs<K>): readonly Tensor[];
  /** Positions of the inputs that it overwrites; such an op has no outputs and runs through `Runtime.update`. */
  readonly mutates?: readonly number[];
}

/** An op whose kernel name does not matter. Ops of every name live side by side in a graph, and their attrs are opaque there. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- attrs are contravariant: `unknown` would accept no op at all
export type AnyOp = Op<any>;

/** Keeps the kernel's types while the object is written. */
export const defineOp = <K extends KernelName>(op: Op<K>): Op<K> => op;

/** How a reference kernel reaches numbers: whoever owns the memory hands it a way to look at a tensor. */
import type { TypedArray } from '@convlens/types';
import type { Kernel, KernelName, KernelTensor } from '../kernels.js';

export type View = (tensor: KernelTensor) => TypedArray;

/** A kernel over any memory. */
export type ReferenceKernel<K extends KernelName> = (view: View) => Kernel<K>;

type One = readonly [KernelTensor];

/** Kernels of one or of two inputs, whatever their name. */
export type UnaryKernel = (inputs: One, attrs: unknown, outputs: One) => void;
export type BinaryKernel = (
  inputs: readonly [KernelTensor, KernelTensor],
  attrs: unknown,
  outputs: One,
) => void;
export type ReductionKernel = (
  inputs: One,
  attrs: { readonly axes: readonly number[] },
  outputs: One,
) => void;

/** Fused kernels, as the kernels they are made of, one after the other in the same buffer: each step rounds as it does alone. */
import { relu } from './arithmetic.js';
import { conv2d as conv2dKernel } from './conv2d.js';
import { matMul } from './mat-mul.js';
import type { FusedActivation, KernelTensor } from '../kernels.js';
import type { ReferenceKernel, View } from './view.js';

export const conv2dBias: ReferenceKernel<'conv2dBias'> = (view) => {
  const conv2d = conv2dKernel(view);
  return ([x, filter, bias], attrs, outputs) => {
    conv2d([x, filter], attrs, outputs);
    finish(view, outputs[0], bias, attrs.activation);
  };
};

export const matMulBias: ReferenceKernel<'matMulBias'> = (view) => {
  const product = matMul(view);
  return ([a, b, bias], { activation }, outputs) => {
    product([a, b], { transposeA: false, transposeB: false }, outputs);
    finish(view, outputs[0], bias, activation);
  };
};

function finish(view: View, y: KernelTensor, bias: KernelTensor, activation: FusedActivation): void {
  const [Y, B] = [view(y), view(bias)];
  for (let i = 0; i < Y.length; i++) Y[i]! += B[i % B.length]!;
  if (activation === 'relu') relu(view)([y], {}, [y]);
}

/** Loops over elements, shared by kernels that treat each on its own. */
import type { Shape } from '@convlens/types';
import { stridesOf } from '../broadcast.js';
import type { KernelTensor } from '../kernels.js';
import type { View } from './view.js';

/** A kernel of two inputs, of broadcast shapes. */
export function elementwise(view: View, f: (a: number, b: number) => number) {
  return ([a, b]: readonly [KernelTensor, KernelTensor], _attrs: unknown, [y]: readonly [KernelTensor]): void => {
    const [A, B, Y] = [view(a), view(b), view(y)];
    const indexA = broadcastIndex(a.shape, y.shape);
    const indexB = broadcastIndex(b.shape, y.shape);
    for (let i = 0; i < Y.length; i++) Y[i] = f(A[indexA(i)]!, B[indexB(i)]!);
  };
}

/** From an element's position in the output to its position in an input that was repeated to that shape. */
export function broadcastIndex(from: Shape, to: Shape): (index: number) => number {
  const toStrides = stridesOf(to);
  const fromStrides = stridesOf(from);
  const steps = to.map((_, axis) => {
    const original = axis - to.length + from.length;
    return original < 0 || from[original] === 1 ? 0 : fromStrides[original]!;
  });
  return (index) => {
    let position = 0;
    for (let axis = 0; axis < to.length; axis++) {
      position += Math.floor(index / toStrides[axis]!) * steps[axis]!;
      index %= toStrides[axis]!;
    }
    return position;
  };
}

/** Kernels that move numbers and change none. */
import { stridesOf } from '../broadcast.js';
import type { TypedArray } from '@convlens/types';
import { placeOf, positions, repeatingSteps } from './positions.js';
import type { ReferenceKernel } from './view.js';

export const fill: ReferenceKernel<'fill'> =
  (view) =>
  (_inputs, { value }, [y]) => {
    view(y).fill(value);
  };

export const transpose: ReferenceKernel<'transpose'> =
  (view) =>
  ([x], { permutation }, [y]) => {
    const strides = stridesOf(x.shape);
    gather(
      view(x),
      positions(
        y.shape,
        permutation.map((axis) => strides[axis]!),
      ),
      view(y),
    );
  };

export const broadcastTo: ReferenceKernel<'broadcastTo'> =
  (view) =>
  ([x], _attrs, [y]) => {
    gather(view(x), positions(y.shape, repeatingSteps(x.shape, y.shape)), view(y));
  };

export const slice: ReferenceKernel<'slice'> =
  (view) =>
  ([x], { begin }, [y]) => {
    const strides = stridesOf(x.shape);
    gather(view(x), positions(y.shape, strides, placeOf(begin, strides)), view(y));
  };

export const concat: ReferenceKernel<'concat'> =
  (view) =>
  (inputs, { axis }, [y]) => {
    const strides = stridesOf(y.shape);
    let start = 0;
    for (const input of inputs) {
      scatter(view(input), positions(input.shape, strides, start * strides[axis]!), view(y));
      start += input.shape[axis]!;
    }
  };

export const pad: ReferenceKernel<'pad'> =
  (view) =>
  ([x], { before, value }, [y]) => {
    const strides = stridesOf(y.shape);
    const Y = view(y);
    Y.fill(value);
    scatter(view(x), positions(x.shape, strides, placeOf(before, strides)), Y);
  };

export const assign: ReferenceKernel<'assign'> =
  (view) =>
  ([target, source]) => {
    view(target).set(view(source));
  };

function gather(from: TypedArray, places: Int32Array, to: TypedArray): void {
  for (let i = 0; i < places.length; i++) to[i] = from[places[i]!]!;
}

function scatter(from: TypedArray, places: Int32Array, to: TypedArray): void {
  for (let i = 0; i < places.length; i++) to[places[i]!] = from[i]!;
}

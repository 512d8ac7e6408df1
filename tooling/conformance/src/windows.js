/** Layouts: the engine knows NHWC and HWIO; everything else is transposed on the way in and out, by the engine's own op. */
import { transpose } from '@convlens/tensor-core';

/** Reorders axes named by letters: `relayout(x, 'nchw', 'nhwc')`. */
export function relayout(x, from, to) {
  return from === to
    ? x
    : transpose(
        x,
        [...to].map((axis) => from.indexOf(axis)),
      );
}

/** `[top, bottom, left, right]` as four names. */
export const pads = ([top, bottom, left, right]) => ({ top, bottom, left, right });

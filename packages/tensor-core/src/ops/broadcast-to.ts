/** Repeats a tensor along axes of 1, and along new axes in front. */
import type { Shape } from '@convlens/types';
import { broadcastShapes } from '../broadcast.js';
import { notBroadcastable } from '../errors.js';
import { defineOp } from '../op.js';
import type { Op } from '../op.js';
import { ownShape } from '../shape.js';
import { runtimeOf } from '../tensor.js';
import type { Tensor } from '../tensor.js';
import { sumTo } from './binary.js';

const toShape = (shape: Shape): Op<'broadcastTo'> =>
  defineOp<'broadcastTo'>({
    name: 'broadcastTo',
    inferOutputs: ([x]) => {
      const joined = broadcastShapes('broadcastTo', x!.shape, shape);
      if (joined.length !== shape.length || joined.some((size, axis) => size !== shape[axis]))
        throw notBroadcastable('broadcastTo', x!.shape, shape);
      return [{ shape, dtype: x!.dtype }];
    },
    gradient: ({ dys: [dy], inputs: [x] }) => [() => sumTo(dy!, x!)],
  });

/**
 * Repeats `x` to the given shape.
 * @throws ShapeError `NOT_BROADCASTABLE`, `INVALID_SHAPE`
 * @example broadcastTo(runtime.tensor(Float32Array.of(1, 2), [2]), [3, 2]).shape // [3, 2]
 */
export function broadcastTo(x: Tensor, shape: Shape): Tensor {
  return runtimeOf('broadcastTo', x).run(toShape(ownShape('broadcastTo', shape)), [x], {})[0]!;
}

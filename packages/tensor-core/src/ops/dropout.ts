/** Drops elements at random, so that a network cannot lean on any one of them. */
import type { RandomKey } from '@convlens/random';
import { invalidOption } from '../errors.js';
import { defineOp } from '../op.js';
import { runtimeOf } from '../tensor.js';
import type { Tensor } from '../tensor.js';
import { inferFloat } from './unary.js';

export interface DropoutOptions {
  /** Probability of being dropped, from 0 to below 1. */
  readonly rate: number;
  /** Decides which; a new one for every step: `randomKey(seed, layer, step)`. */
  readonly key: RandomKey;
}

/** The mask is a function of key and index, so the gradient is the same op on dy. */
const op = defineOp<'dropout'>({
  name: 'dropout',
  inferOutputs: inferFloat('dropout'),
  gradient: ({ dys: [dy], attrs }) => [() => dropout(dy!, attrs)],
});

/**
 * Zeroes each element with probability `rate` and divides the rest by `1 - rate`, so that sums keep their expected size
 * (Srivastava et al. 2014, "inverted" form). For training only.
 *
 * - returns the shape of `x`
 *
 * @throws ShapeError `INVALID_OPTION`, `WRONG_DTYPE` for integers
 * @example dropout(x, { rate: 0.5, key: randomKey(1, 'dropout', step) }) // zeros and twos, for x of ones
 */
export function dropout(x: Tensor, { rate, key }: DropoutOptions): Tensor {
  if (!(rate >= 0 && rate < 1))
    throw invalidOption('dropout', 'rate', 'from 0 to below 1', rate, 'Use 0 to drop nothing.');
  return runtimeOf('dropout', x).run(op, [x], { rate, key })[0]!;
}

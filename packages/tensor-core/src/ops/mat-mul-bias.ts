/** What a dense layer computes, in one kernel where the backend has it. */
import { formatShape, invalidShape, mixedDTypes } from '../errors.js';
import type { FusedActivation } from '../kernels.js';
import { defineOp } from '../op.js';
import { runtimeOf } from '../tensor.js';
import type { Tensor } from '../tensor.js';
import { assertActivation } from './activation.js';
import { add } from './add.js';
import { sumTo } from './binary.js';
import { matMul } from './mat-mul.js';
import { assertMultipliable } from './numbers.js';
import { relu, reluBackprop } from './relu.js';

const op = defineOp<'matMulBias'>({
  name: 'matMulBias',
  inferOutputs([a, b, bias]) {
    const isDense =
      a!.shape.length === 2 &&
      b!.shape.length === 2 &&
      a!.shape[1] === b!.shape[0] &&
      bias!.shape.length === 1 &&
      bias!.shape[0] === b!.shape[1];
    if (!isDense) {
      throw invalidShape(
        'matMulBias',
        'a [m, k], b [k, n] and bias [n]',
        [a!, b!, bias!].map(({ shape }) => formatShape(shape)).join(', '),
        'Reshape the inputs.',
      );
    }
    for (const other of [b!, bias!])
      if (other.dtype !== a!.dtype) throw mixedDTypes('matMulBias', a!.dtype, other.dtype);
    assertMultipliable('matMulBias', 'a', a!);
    return [{ shape: [a!.shape[0]!, b!.shape[1]!], dtype: a!.dtype }];
  },
  gradient({ dys: [dy], inputs: [a, b, bias], outputs: [y], attrs: { activation } }) {
    const dSum = activation === 'relu' ? reluBackprop(dy!, y!) : dy!;
    return [
      () => matMul(dSum, b!, { transposeB: true }),
      () => matMul(a!, dSum, { transposeA: true }),
      () => sumTo(dSum, bias!),
    ];
  },
  compose([a, b, bias], { activation }) {
    const sum = add(matMul(a!, b!), bias!);
    return [activation === 'relu' ? relu(sum) : sum];
  },
});

/**
 * `activation(a b + bias)`, to the same bits as the three ops one after the other.
 *
 * - `a`: `[m, k]` · `b`: `[k, n]` · `bias`: `[n]` · returns `[m, n]`
 *
 * @param options.activation `'none'` unless told.
 * @throws ShapeError `INVALID_SHAPE`, `MIXED_DTYPES`, `WRONG_DTYPE` for uint8 and bool, `INVALID_OPTION`
 * @example matMulBias(images, weights, bias, { activation: 'relu' }).shape // [32, 128]
 */
export function matMulBias(
  a: Tensor,
  b: Tensor,
  bias: Tensor,
  { activation = 'none' }: { readonly activation?: FusedActivation } = {},
): Tensor {
  assertActivation('matMulBias', activation);
  return runtimeOf('matMulBias', a).run(op, [a, b, bias], { activation })[0]!;
}

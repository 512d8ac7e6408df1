/** Products of matrices. */
import { broadcastShapes } from '../broadcast.js';
import { formatShape, invalidShape, mixedDTypes, wrongRank } from '../errors.js';
import { defineOp } from '../op.js';
import type { TensorSpec } from '../op.js';
import { runtimeOf } from '../tensor.js';
import type { Tensor } from '../tensor.js';
import { sumTo } from './binary.js';
import { assertMultipliable } from './numbers.js';

export interface MatMulOptions {
  /** Reads `a` with its last two axes exchanged; false unless told. */
  readonly transposeA?: boolean | undefined;
  readonly transposeB?: boolean | undefined;
}

/** y = a b, so da = dy b' and db = a' dy; a flag moves its transposition into the gradient's flags. */
const op = defineOp<'matMul'>({
  name: 'matMul',
  inferOutputs: ([a, b], attrs) => [productSpec('matMul', a!, b!, attrs)],
  gradient: ({ dys: [dy], inputs: [a, b], attrs: { transposeA, transposeB } }) => [
    () =>
      sumTo(
        transposeA
          ? matMul(b!, dy!, { transposeA: transposeB, transposeB: true })
          : matMul(dy!, b!, { transposeB: !transposeB }),
        a!,
      ),
    () =>
      sumTo(
        transposeB
          ? matMul(dy!, a!, { transposeA: true, transposeB: transposeA })
          : matMul(a!, dy!, { transposeA: !transposeA }),
        b!,
      ),
  ],
});

/**
 * Multiplies matrices; leading axes are batches and are repeated where they are 1 or missing.
 *
 * - `a`: `[..., m, k]` · `b`: `[..., k, n]` · returns `[..., m, n]`
 *
 * @throws ShapeError `WRONG_RANK` below rank 2, `INVALID_SHAPE` when the inner sizes differ, `NOT_BROADCASTABLE`, `MIXED_DTYPES`,
 * `WRONG_DTYPE` for uint8 and bool
 * @example matMul(images, weights).shape // [32, 10] for [32, 784] and [784, 10]
 */
export function matMul(a: Tensor, b: Tensor, options: MatMulOptions = {}): Tensor {
  const { transposeA = false, transposeB = false } = options;
  return runtimeOf('matMul', a).run(op, [a, b], { transposeA, transposeB })[0]!;
}

function productSpec(name: string, a: TensorSpec, b: TensorSpec, attrs: Required<MatMulOptions>): TensorSpec {
  if (a.shape.length < 2)
    throw wrongRank(name, 'a', 'rows, columns', a.shape, 'Add the missing axis with reshape.');
  if (b.shape.length < 2)
    throw wrongRank(name, 'b', 'rows, columns', b.shape, 'Add the missing axis with reshape.');
  if (a.dtype !== b.dtype) throw mixedDTypes(name, a.dtype, b.dtype);
  assertMultipliable(name, 'a', a);
  const [rows, innerA] = attrs.transposeA
    ? [a.shape.at(-1)!, a.shape.at(-2)!]
    : [a.shape.at(-2)!, a.shape.at(-1)!];
  const [innerB, columns] = attrs.transposeB
    ? [b.shape.at(-1)!, b.shape.at(-2)!]
    : [b.shape.at(-2)!, b.shape.at(-1)!];
  if (innerA !== innerB) {
    throw invalidShape(
      name,
      'as many columns in a as rows in b',
      `${innerA} and ${innerB} (a ${formatShape(a.shape)}, b ${formatShape(b.shape)})`,
      'Transpose one of them: transposeA or transposeB.',
    );
  }
  return {
    shape: [...broadcastShapes(name, a.shape.slice(0, -2), b.shape.slice(0, -2)), rows, columns],
    dtype: a.dtype,
  };
}

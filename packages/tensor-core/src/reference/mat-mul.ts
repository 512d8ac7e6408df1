/** Products of matrices, one pair at a time. */
import type { KernelTensor } from '../kernels.js';
import { positions, repeatingSteps } from './positions.js';
import type { ReferenceKernel } from './view.js';

export const matMul: ReferenceKernel<'matMul'> =
  (view) =>
  ([a, b], { transposeA, transposeB }, [y]) => {
    const [A, B, Y] = [view(a), view(b), view(y)];
    const [rows, columns] = y.shape.slice(-2) as [number, number];
    const inner = a.shape.at(transposeA ? -2 : -1)!;
    // Distance from one row, and from one column, to the next: exchanged where the matrix is read transposed.
    const [rowA, innerA] = transposeA ? [1, rows] : [inner, 1];
    const [innerB, columnB] = transposeB ? [1, inner] : [columns, 1];
    const startsA = matrixStarts(a, y);
    const startsB = matrixStarts(b, y);
    for (let matrix = 0; matrix < startsA.length; matrix++) {
      for (let row = 0; row < rows; row++) {
        for (let column = 0; column < columns; column++) {
          let sum = 0;
          for (let k = 0; k < inner; k++) {
            sum +=
              A[startsA[matrix]! + row * rowA + k * innerA]! *
              B[startsB[matrix]! + k * innerB + column * columnB]!;
          }
          Y[(matrix * rows + row) * columns + column] = sum;
        }
      }
    }
  };

/** Where each matrix of `y` finds its own in `input`, whose leading axes may be repeated. */
function matrixStarts(input: KernelTensor, y: KernelTensor): Int32Array {
  const size = input.shape.at(-1)! * input.shape.at(-2)!;
  const leading = input.shape.slice(0, -2);
  const all = y.shape.slice(0, -2);
  return positions(
    all,
    repeatingSteps(leading, all).map((step) => step * size),
  );
}

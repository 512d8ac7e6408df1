/**
 * Sums the columns of `[rows, columns]`: what a bias receives. The sums are float64 until they are finished: 2^24 ones add
 * up to 2^24, and a large term does not swallow small ones.
 */
import { storeLanes } from './lanes';

export function sumRows(x: usize, rows: i32, columns: i32, y: usize, scale: f64): void {
  const step = <usize>columns << 2;
  const factor = f64x2.splat(scale);
  for (let column = 0; column < columns; column += 4) {
    let a = x + (<usize>column << 2);
    let low = f64x2.splat(0), high = f64x2.splat(0), left = rows;
    do {
      const row = v128.load(a);
      low = f64x2.add(low, f64x2.promote_low_f32x4(row));
      high = f64x2.add(high, f64x2.promote_low_f32x4(v128.shuffle<i32>(row, row, 2, 3, 2, 3)));
      a += step;
    } while (--left);
    const total = v128.shuffle<i32>(f32x4.demote_f64x2_zero(f64x2.mul(low, factor)), f32x4.demote_f64x2_zero(f64x2.mul(high, factor)), 0, 1, 4, 5);
    storeLanes(y + (<usize>column << 2), total, columns - column);
  }
}

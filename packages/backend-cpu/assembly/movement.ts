/** Numbers that are laid out, not computed. Sizes are in 32-bit elements, but for `copy`. */
import { storeLanes } from './lanes';

export function fill(value: f32, y: usize, count: i32): void {
  spreadLanes(f32x4.splat(value), y, count);
}

/** The one number at `x`, everywhere. */
export function spread(x: usize, y: usize, count: i32): void {
  spreadLanes(v128.load32_splat(x), y, count);
}

/** Bytes; the two ranges do not meet. */
export function copy(x: usize, y: usize, byteLength: i32): void {
  memory.copy(y, x, <usize>byteLength);
}

// @ts-ignore: decorator
@inline
function spreadLanes(lanes: v128, y: usize, count: i32): void {
  for (let left = count; left > 0; left -= 4) {
    storeLanes(y, lanes, left);
    y += 16;
  }
}

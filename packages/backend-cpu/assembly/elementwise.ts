/** Element by element, four at a time. The last group may read past the end (see `lanes.ts`), and never writes there. */
import { storeLanes } from './lanes';

export function add(a: usize, b: usize, y: usize, count: i32): void {
  for (let left = count; left > 0; left -= 4) {
    storeLanes(y, f32x4.add(v128.load(a), v128.load(b)), left);
    a += 16;
    b += 16;
    y += 16;
  }
}

export function subtract(a: usize, b: usize, y: usize, count: i32): void {
  for (let left = count; left > 0; left -= 4) {
    storeLanes(y, f32x4.sub(v128.load(a), v128.load(b)), left);
    a += 16;
    b += 16;
    y += 16;
  }
}

export function multiply(a: usize, b: usize, y: usize, count: i32): void {
  for (let left = count; left > 0; left -= 4) {
    storeLanes(y, f32x4.mul(v128.load(a), v128.load(b)), left);
    a += 16;
    b += 16;
    y += 16;
  }
}

/** Every element by the one number that lies at `factor`. */
export function scale(x: usize, factor: usize, y: usize, count: i32): void {
  const lanes = v128.load32_splat(factor);
  for (let left = count; left > 0; left -= 4) {
    storeLanes(y, f32x4.mul(v128.load(x), lanes), left);
    x += 16;
    y += 16;
  }
}

/** One row added to every row of `[rows, columns]`. */
export function addRow(a: usize, row: usize, y: usize, rows: i32, columns: i32): void {
  for (; rows > 0; rows--) {
    let b = row;
    for (let left = columns; left > 0; left -= 4) {
      storeLanes(y, f32x4.add(v128.load(a), v128.load(b)), left);
      b += 16;
      const step = <usize>min(left, 4) << 2;
      a += step;
      y += step;
    }
  }
}

/** pmax(x, 0) is `x < 0 ? 0 : x` and so keeps NaN. */
export function relu(x: usize, y: usize, count: i32): void {
  const zero = f32x4.splat(0);
  for (let left = count; left > 0; left -= 4) {
    storeLanes(y, f32x4.pmax(v128.load(x), zero), left);
    x += 16;
    y += 16;
  }
}

export function reluBackprop(dy: usize, y: usize, dx: usize, count: i32): void {
  const zero = f32x4.splat(0);
  for (let left = count; left > 0; left -= 4) {
    storeLanes(dx, v128.and(v128.load(dy), f32x4.gt(v128.load(y), zero)), left);
    dy += 16;
    y += 16;
    dx += 16;
  }
}

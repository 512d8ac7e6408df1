/**
 * Max-pooling of one NHWC image, four channels at a time. NaN counts as the largest; padding never wins.
 *
 * Key: `oy`, `ox` output row and column · `wy`, `wx` row and column in the window · `iy`, `ix` in the image · `c` channel.
 */
import { storeLanes } from './lanes';

export function maxPool2d(
  x: usize, height: i32, width: i32, channels: i32, y: usize, outHeight: i32, outWidth: i32,
  windowHeight: i32, windowWidth: i32, strideY: i32, strideX: i32, dilationY: i32, dilationX: i32, top: i32, left: i32,
): void {
  const pixel = <usize>channels << 2;
  for (let oy = 0; oy < outHeight; oy++) {
    for (let ox = 0; ox < outWidth; ox++) {
      for (let c = 0; c < channels; c += 4) {
        let best = f32x4.splat(-Infinity);
        for (let wy = 0; wy < windowHeight; wy++) {
          const iy = oy * strideY + wy * dilationY - top;
          if (<u32>iy >= <u32>height) continue;
          for (let wx = 0; wx < windowWidth; wx++) {
            const ix = ox * strideX + wx * dilationX - left;
            if (<u32>ix >= <u32>width) continue;
            const v = v128.load(x + <usize>(iy * width + ix) * pixel + (<usize>c << 2));
            // v > best, or v is NaN: only NaN is not equal to itself.
            best = v128.bitselect(v, best, v128.or(f32x4.gt(v, best), f32x4.ne(v, v)));
          }
        }
        storeLanes(y + (<usize>c << 2), best, channels - c);
      }
      y += pixel;
    }
  }
}

/** Adds dy to the first cell of each window that holds its maximum `y`; `dx` begins as zeros. */
export function maxPool2dBackprop(
  dy: usize, x: usize, y: usize, height: i32, width: i32, channels: i32, dx: usize, outHeight: i32, outWidth: i32,
  windowHeight: i32, windowWidth: i32, strideY: i32, strideX: i32, dilationY: i32, dilationX: i32, top: i32, left: i32,
): void {
  const pixel = <usize>channels << 2;
  for (let oy = 0; oy < outHeight; oy++) {
    for (let ox = 0; ox < outWidth; ox++) {
      for (let c = 0; c < channels; c += 4) {
        const lane = <usize>c << 2;
        const g = v128.load(dy + lane), most = v128.load(y + lane);
        const isNaN = f32x4.ne(most, most);
        let open = i32x4.splat(-1);
        for (let wy = 0; wy < windowHeight; wy++) {
          const iy = oy * strideY + wy * dilationY - top;
          if (<u32>iy >= <u32>height) continue;
          for (let wx = 0; wx < windowWidth; wx++) {
            const ix = ox * strideX + wx * dilationX - left;
            if (<u32>ix >= <u32>width) continue;
            const at = <usize>(iy * width + ix) * pixel + lane;
            const v = v128.load(x + at);
            const wins = v128.and(open, v128.or(f32x4.eq(v, most), v128.and(isNaN, f32x4.ne(v, v))));
            open = v128.andnot(open, wins);
            storeLanes(dx + at, f32x4.add(v128.load(dx + at), v128.and(g, wins)), channels - c);
          }
        }
      }
      dy += pixel;
      y += pixel;
    }
  }
}

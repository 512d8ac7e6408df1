/**
 * The gradient of a convolution's filter, and with it every product of a transposed matrix: the tile of `conv2d.ts`
 * turned around. There the sum ran over the window and the tile covered pixels; here the sum runs over the pixels and
 * the tile covers 4 *taps* (positions in the window: row, column and channel) x 8 filters. What a tap sees while the
 * window slides is again the image, from another starting address.
 *
 *     dFilter[tap, filter] = sum over pixels of x[pixel + tap] * dy[pixel, filter]
 *
 * Key: `x` image · `dy` gradient of the result · `t` tap · `f` filter · `oy` output row · `c` sums · `g` address in dy ·
 * `a` addresses in x, one a tap · `left` pixels left until the sums are put away.
 */
import { storeLanes } from './lanes';

// @ts-ignore: decorator
@inline const block: i32 = 128;

/**
 * Adds one image's share of the gradient of the taps [t0, t1) to `dFilter`, `[taps, filters]`, which begins as zeros.
 *
 * @param xPixel Bytes from an output pixel's window to the next one's; `xRow` from a row of windows to the next.
 * @param taps Byte offsets from a window's first cell to each tap; the list goes on for 3 more, which may be any.
 * @param dyPixel Bytes from a pixel of dy to the next; `dyPanel` from eight filters to the next eight.
 * @param dFilterTap Bytes from a tap of dFilter to the next.
 */
export function conv2dBackpropFilter(
  x: usize, xPixel: usize, xRow: usize, outHeight: i32, outWidth: i32,
  taps: usize, t0: i32, t1: i32,
  dy: usize, dyPixel: usize, dyPanel: usize, filters: i32,
  dFilter: usize, dFilterTap: usize,
): void {
  const zero = f32x4.splat(0);
  let panel = dy;
  for (let f = 0; f < filters; f += 8) {
    for (let t = t0; t < t1; t += 4) {
      const tap = taps + (<usize>t << 2);
      const x0 = x + load<u32>(tap), x1 = x + load<u32>(tap, 4), x2 = x + load<u32>(tap, 8), x3 = x + load<u32>(tap, 12);
      const out = dFilter + <usize>t * dFilterTap + (<usize>f << 2);
      let c00 = zero, c01 = zero, c10 = zero, c11 = zero, c20 = zero, c21 = zero, c30 = zero, c31 = zero;
      let g = panel, left = block, row: usize = 0, oy = outHeight;
      do {
        let a0 = x0 + row, a1 = x1 + row, a2 = x2 + row, a3 = x3 + row;
        let k = outWidth;
        do {
          let n = min(k, left);
          k -= n;
          left -= n;
          do {
            const w0 = v128.load(g), w1 = v128.load(g, 16);
            let s = v128.load_splat<f32>(a0);
            c00 = f32x4.add(c00, f32x4.mul(s, w0));
            c01 = f32x4.add(c01, f32x4.mul(s, w1));
            s = v128.load_splat<f32>(a1);
            c10 = f32x4.add(c10, f32x4.mul(s, w0));
            c11 = f32x4.add(c11, f32x4.mul(s, w1));
            s = v128.load_splat<f32>(a2);
            c20 = f32x4.add(c20, f32x4.mul(s, w0));
            c21 = f32x4.add(c21, f32x4.mul(s, w1));
            s = v128.load_splat<f32>(a3);
            c30 = f32x4.add(c30, f32x4.mul(s, w0));
            c31 = f32x4.add(c31, f32x4.mul(s, w1));
            a0 += xPixel;
            a1 += xPixel;
            a2 += xPixel;
            a3 += xPixel;
            g += dyPixel;
          } while (--n);
          if (!left) {
            addTo(out, c00, c01, filters - f);
            if (t + 1 < t1) addTo(out + dFilterTap, c10, c11, filters - f);
            if (t + 2 < t1) addTo(out + 2 * dFilterTap, c20, c21, filters - f);
            if (t + 3 < t1) addTo(out + 3 * dFilterTap, c30, c31, filters - f);
            c00 = zero; c01 = zero; c10 = zero; c11 = zero; c20 = zero; c21 = zero; c30 = zero; c31 = zero;
            left = block;
          }
        } while (k);
        row += xRow;
      } while (--oy);
      addTo(out, c00, c01, filters - f);
      if (t + 1 < t1) addTo(out + dFilterTap, c10, c11, filters - f);
      if (t + 2 < t1) addTo(out + 2 * dFilterTap, c20, c21, filters - f);
      if (t + 3 < t1) addTo(out + 3 * dFilterTap, c30, c31, filters - f);
    }
    panel += dyPanel;
  }
}

// @ts-ignore: decorator
@inline
function addTo(out: usize, c0: v128, c1: v128, filters: i32): void {
  storeLanes(out, f32x4.add(v128.load(out), c0), filters);
  storeLanes(out + 16, f32x4.add(v128.load(out, 16), c1), filters - 4);
}

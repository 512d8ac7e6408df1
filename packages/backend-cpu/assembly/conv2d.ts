/**
 * Convolution of one NHWC image, and with it every matrix product. The image is already padded (`pad-image.ts`), the
 * filters already sorted into panels (`pack.ts`); strides, dilations and groups are only distances between addresses.
 *
 * ## The tile
 *
 * A convolution is very many products and sums, and a processor does them four at a time. What it cannot do is fetch
 * two numbers from memory for each product: it would wait more than it works. So fetched numbers must be used more
 * than once. A *tile* is 4 neighbouring output pixels x 8 filters = 32 sums, held in eight 4-lane registers until they
 * are finished. For one position inside the window it takes
 *
 *     8 weights (one of each filter): 2 loads          w0 w1
 *     1 value of each of the 4 pixels: 4 loads         s, repeated in all lanes
 *     32 products and 32 sums: 8 multiplications, 8 additions
 *
 *              w0 = filters 0-3   w1 = filters 4-7
 *     pixel 0       c00                c01
 *     pixel 1       c10                c11
 *     pixel 2       c20                c21
 *     pixel 3       c30                c31
 *
 * 6 loads for 64 floating-point operations. Eight sums, two weights, one value and one product also fit the sixteen
 * vector registers of x64; a larger tile would spill into memory, and was measured at half of the speed.
 *
 * No matrix of patches is built (no "im2col"): in NHWC the cells of one window row lie side by side, so a window is a
 * short list of *runs*, and a pixel's value at each position is found by adding to an address.
 *
 * ## Long sums
 *
 * A float32 sum of n terms loses up to n/2 roundings of its own size. After every 128 products the sums are put away
 * and begun anew, so that the error grows with 128 + n/128 instead. Each sum has the same order of additions wherever
 * its pixel lies in a tile, and whoever computes it: one thread or many give the same bits.
 *
 * Key: `x` image · `y` result · `f` filter · `p` output pixel, counted along the rows of the image · `r` run ·
 * `k` products left in the run · `c` sums · `w` weights · `a` addresses in x, one a pixel · `left` products left
 * until the sums are put away.
 */
import { storeLanes } from './lanes';

// @ts-ignore: decorator
@inline const block: i32 = 128;

/**
 * `y = max(floor, x * filters + bias)` for the output pixels [p0, p1) of one image.
 *
 * @param xPixel Bytes from an output pixel's window to the next one's; `xRow` from a row of windows to the next.
 * @param runs `runCount` byte offsets from a window's first cell to its runs of `run` contiguous values.
 * @param panels Filters in eights: `[ceil(filters / 8)][runCount * run][8]`.
 * @param bias One value a filter, or 0 for none.
 * @param floor 0 for relu, -Infinity for none. NaN passes.
 * @param yPixel Bytes from an output pixel to the next.
 * @param partial 128 bytes where the sums are put away.
 */
export function conv2d(
  x: usize, xPixel: usize, xRow: usize, outWidth: i32,
  runs: usize, runCount: i32, run: i32,
  panels: usize, filters: i32, bias: usize, floor: f32,
  y: usize, yPixel: usize, p0: i32, p1: i32, partial: usize,
): void {
  const products = runCount * run;
  // At exactly one block the sums are put away too: the counter has reached zero.
  const isLong = products >= block;
  const zero = f32x4.splat(0);
  const lowest = f32x4.splat(floor);
  let panel = panels;
  for (let f = 0; f < filters; f += 8) {
    // Minus zero is the one number that changes nothing when added.
    const b0 = bias ? v128.load(bias + (<usize>f << 2)) : f32x4.splat(-0.0);
    const b1 = bias ? v128.load(bias + (<usize>f << 2), 16) : f32x4.splat(-0.0);
    let row = x + <usize>(p0 / outWidth) * xRow;
    let toEnd = outWidth - p0 % outWidth;
    let at = row + <usize>(p0 % outWidth) * xPixel;
    let out = y + <usize>p0 * yPixel + (<usize>f << 2);
    for (let p = p0; p < p1; p += 4) {
      // Four windows. Past p1 the first one stands in: its sums are computed and thrown away.
      const x0 = at;
      if (--toEnd) at += xPixel; else { row += xRow; at = row; toEnd = outWidth; }
      const x1 = p + 1 < p1 ? at : x0;
      if (--toEnd) at += xPixel; else { row += xRow; at = row; toEnd = outWidth; }
      const x2 = p + 2 < p1 ? at : x0;
      if (--toEnd) at += xPixel; else { row += xRow; at = row; toEnd = outWidth; }
      const x3 = p + 3 < p1 ? at : x0;
      if (--toEnd) at += xPixel; else { row += xRow; at = row; toEnd = outWidth; }

      if (isLong) memory.fill(partial, 0, 128);
      let c00 = zero, c01 = zero, c10 = zero, c11 = zero, c20 = zero, c21 = zero, c30 = zero, c31 = zero;
      let w = panel, left = block, r = runs;
      const end = runs + (<usize>runCount << 2);
      do {
        const offset = <usize>load<u32>(r);
        let a0 = x0 + offset, a1 = x1 + offset, a2 = x2 + offset, a3 = x3 + offset;
        let k = run;
        do {
          let n = min(k, left);
          k -= n;
          left -= n;
          do {
            const w0 = v128.load(w), w1 = v128.load(w, 16);
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
            a0 += 4;
            a1 += 4;
            a2 += 4;
            a3 += 4;
            w += 32;
          } while (--n);
          if (!left) {
            putAway(partial, c00, c01);
            putAway(partial + 32, c10, c11);
            putAway(partial + 64, c20, c21);
            putAway(partial + 96, c30, c31);
            c00 = zero; c01 = zero; c10 = zero; c11 = zero; c20 = zero; c21 = zero; c30 = zero; c31 = zero;
            left = block;
          }
        } while (k);
        r += 4;
      } while (r < end);

      if (isLong) {
        c00 = f32x4.add(v128.load(partial), c00);
        c01 = f32x4.add(v128.load(partial, 16), c01);
        c10 = f32x4.add(v128.load(partial, 32), c10);
        c11 = f32x4.add(v128.load(partial, 48), c11);
        c20 = f32x4.add(v128.load(partial, 64), c20);
        c21 = f32x4.add(v128.load(partial, 80), c21);
        c30 = f32x4.add(v128.load(partial, 96), c30);
        c31 = f32x4.add(v128.load(partial, 112), c31);
      }
      finish(out, c00, c01, b0, b1, lowest, filters - f);
      out += yPixel;
      if (p + 1 < p1) finish(out, c10, c11, b0, b1, lowest, filters - f);
      out += yPixel;
      if (p + 2 < p1) finish(out, c20, c21, b0, b1, lowest, filters - f);
      out += yPixel;
      if (p + 3 < p1) finish(out, c30, c31, b0, b1, lowest, filters - f);
      out += yPixel;
    }
    panel += <usize>products << 5;
  }
}

// @ts-ignore: decorator
@inline
function putAway(partial: usize, c0: v128, c1: v128): void {
  v128.store(partial, f32x4.add(v128.load(partial), c0));
  v128.store(partial, f32x4.add(v128.load(partial, 16), c1), 16);
}

/** The bias meets the finished sum, then the floor: the same bits as three kernels one after the other. */
// @ts-ignore: decorator
@inline
function finish(out: usize, c0: v128, c1: v128, b0: v128, b1: v128, lowest: v128, filters: i32): void {
  // pmax(c, floor) is `c < floor ? floor : c` and so keeps NaN; pmax(floor, c) would swallow it.
  const y0 = f32x4.pmax(f32x4.add(c0, b0), lowest);
  const y1 = f32x4.pmax(f32x4.add(c1, b1), lowest);
  storeLanes(out, y0, filters);
  storeLanes(out + 16, y1, filters - 4);
}

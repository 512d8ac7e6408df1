/**
 * What this machine's WebAssembly SIMD can do at most on one thread: 13 chains of multiply-and-add that do not wait for
 * each other, nothing loaded, nothing stored. 13 * 4 lanes * 2 operations a round. The sum is returned so that nothing is
 * optimised away; `do … while`, because V8 leaves a `for` loop's test at the top and loses a quarter of the speed.
 */
export function simdPeak(rounds: i32): f32 {
  const factor = f32x4.splat(0.9999999),
    addend = f32x4.splat(1e-7);
  let c0 = f32x4.splat(1.0),
    c1 = f32x4.splat(1.1),
    c2 = f32x4.splat(1.2),
    c3 = f32x4.splat(1.3),
    c4 = f32x4.splat(1.4);
  let c5 = f32x4.splat(1.5),
    c6 = f32x4.splat(1.6),
    c7 = f32x4.splat(1.7),
    c8 = f32x4.splat(1.8),
    c9 = f32x4.splat(1.9);
  let c10 = f32x4.splat(2.0),
    c11 = f32x4.splat(2.1),
    c12 = f32x4.splat(2.2);
  do {
    c0 = f32x4.add(f32x4.mul(c0, factor), addend);
    c1 = f32x4.add(f32x4.mul(c1, factor), addend);
    c2 = f32x4.add(f32x4.mul(c2, factor), addend);
    c3 = f32x4.add(f32x4.mul(c3, factor), addend);
    c4 = f32x4.add(f32x4.mul(c4, factor), addend);
    c5 = f32x4.add(f32x4.mul(c5, factor), addend);
    c6 = f32x4.add(f32x4.mul(c6, factor), addend);
    c7 = f32x4.add(f32x4.mul(c7, factor), addend);
    c8 = f32x4.add(f32x4.mul(c8, factor), addend);
    c9 = f32x4.add(f32x4.mul(c9, factor), addend);
    c10 = f32x4.add(f32x4.mul(c10, factor), addend);
    c11 = f32x4.add(f32x4.mul(c11, factor), addend);
    c12 = f32x4.add(f32x4.mul(c12, factor), addend);
  } while (--rounds);
  const low = f32x4.add(
    f32x4.add(f32x4.add(c0, c1), f32x4.add(c2, c3)),
    f32x4.add(f32x4.add(c4, c5), f32x4.add(c6, c7)),
  );
  const sum = f32x4.add(f32x4.add(low, c12), f32x4.add(f32x4.add(c8, c9), f32x4.add(c10, c11)));
  return (
    f32x4.extract_lane(sum, 0) +
    f32x4.extract_lane(sum, 1) +
    f32x4.extract_lane(sum, 2) +
    f32x4.extract_lane(sum, 3)
  );
}

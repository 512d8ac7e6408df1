/**
 * The rule that spares the other kernels their tails: reading up to 64 bytes past the end of a tensor is allowed (the
 * heap keeps that much behind the last one; what is read there is never stored), writing past it is not.
 */

/** Stores the first `count` of four lanes; all four when there are more to come, none when there are none left. */
// @ts-ignore: decorator
@inline
export function storeLanes(at: usize, lanes: v128, count: i32): void {
  if (count >= 4) {
    v128.store(at, lanes);
  } else if (count > 0) {
    v128.store32_lane(at, lanes, 0);
    if (count > 1) v128.store32_lane(at, lanes, 1, 4);
    if (count > 2) v128.store32_lane(at, lanes, 2, 8);
  }
}

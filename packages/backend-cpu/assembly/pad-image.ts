/**
 * Lays one NHWC image into a larger field of zeros, so that a window may hang over its edge without a question asked.
 * With a spacing its pixels come apart: that is what a step of the convolution becomes in its input gradient.
 *
 * @param pixel Bytes of one pixel; `toRow` bytes from a row of the field to the next.
 * @param first Where pixel [0, 0] goes. `spacingX`, `spacingY` 1 unless the gradient of a strided convolution is taken.
 */
export function padImage(
  x: usize, height: i32, width: i32, pixel: usize,
  field: usize, fieldBytes: usize, first: usize, toRow: usize, spacingX: i32, spacingY: i32,
): void {
  memory.fill(field, 0, fieldBytes);
  const rowBytes = <usize>width * pixel;
  for (let row = 0; row < height; row++) {
    const to = first + <usize>(row * spacingY) * toRow;
    if (spacingX == 1) {
      memory.copy(to, x, rowBytes);
      x += rowBytes;
      continue;
    }
    for (let column = 0; column < width; column++) {
      memory.copy(to + <usize>(column * spacingX) * pixel, x, pixel);
      x += pixel;
    }
  }
}

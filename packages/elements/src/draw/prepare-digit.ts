/**
 * A drawing to the picture that a network which learned from MNIST expects. As MNIST was made (LeCun, Cortes and Burges, "The MNIST
 * database"): the longest side of the ink becomes 20 pixels, grey levels come from anti-aliasing, and the centre of mass goes to the
 * middle of 28 x 28. Because a drawing is strokes and not pixels, nothing is resampled: it is drawn at its final size.
 */
import { rasterize } from './rasterize.js';
import type { Drawing, Stroke } from './stroke.js';

export const digitSize = 28;
/** Side of the square that the ink fills. */
const inkSide = 20;
/** A scribble of a few pixels is not blown up to a digit. */
const mostMagnification = 4;
/** Radii of the lines of MNIST digits in pixels: a thick pen, or a small digit made large, stays among them. */
const [thinnest, thickest] = [1, 1.6];

/**
 * 28 x 28 pixels, row-major, 0 paper to 1 ink; all 0 for an empty drawing.
 * @param isCentred False leaves size and place as they were drawn.
 */
export function prepareDigit({ strokes, penWidth }: Drawing, isCentred = true): Float32Array {
  const drawn = moved(strokes, digitSize, 0, 0);
  const radius = (penWidth * digitSize) / 2;
  const box = boundsOf(drawn);
  if (!box) return new Float32Array(digitSize * digitSize);
  if (!isCentred) return rasterize(drawn, radius, digitSize);

  const extent = Math.max(box.right - box.left, box.bottom - box.top);
  const scaledRadius = Math.min(thickest, Math.max(thinnest, (radius * inkSide) / (extent + 2 * radius)));
  const scale = Math.min(mostMagnification, (inkSide - 2 * scaledRadius) / extent);
  const middle = digitSize / 2;
  const inMiddle = moved(
    drawn,
    scale,
    middle - (scale * (box.left + box.right)) / 2,
    middle - (scale * (box.top + box.bottom)) / 2,
  );
  const mass = centreOfMass(rasterize(inMiddle, scaledRadius, digitSize), digitSize);
  const ink = boundsOf(inMiddle)!;
  // Never so far that ink leaves the picture.
  const shift = (wanted: number, low: number, high: number): number =>
    Math.max(scaledRadius - low, Math.min(digitSize - scaledRadius - high, wanted));
  const centred = moved(
    inMiddle,
    1,
    shift(middle - mass.x, ink.left, ink.right),
    shift(middle - mass.y, ink.top, ink.bottom),
  );
  return rasterize(centred, scaledRadius, digitSize);
}

/** Where a picture balances, in pixels from its top left corner; its middle where it is empty. */
export function centreOfMass(
  pixels: ArrayLike<number>,
  size: number,
): { readonly x: number; readonly y: number } {
  let [mass, x, y] = [0, 0, 0];
  for (let index = 0; index < pixels.length; index++) {
    const ink = pixels[index]!;
    mass += ink;
    x += ink * ((index % size) + 0.5);
    y += ink * (Math.floor(index / size) + 0.5);
  }
  return mass > 0 ? { x: x / mass, y: y / mass } : { x: size / 2, y: size / 2 };
}

const moved = (strokes: readonly Stroke[], scale: number, right: number, down: number): readonly Stroke[] =>
  strokes.map((stroke) => stroke.map(({ x, y }) => ({ x: x * scale + right, y: y * scale + down })));

function boundsOf(
  strokes: readonly Stroke[],
):
  | { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }
  | undefined {
  const points = strokes.flat();
  if (points.length === 0) return undefined;
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { x, y } of points) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return { left, right, top, bottom };
}

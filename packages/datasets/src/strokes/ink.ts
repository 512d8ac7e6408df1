/**
 * Ink as a signed distance: how far a place is from the edge of what is drawn, negative inside. A pixel takes 1 where its middle lies
 * half a pixel inside or more, 0 where it lies so far outside, straight in between.
 */
import { direction } from './direction.js';

/** In pixels from the upper left corner of the picture: the middle of pixel [0, 0] is [0.5, 0.5]. */
export type Place = readonly [row: number, column: number];

export type Ink = (row: number, column: number) => number;

export function paint(ink: Ink, height: number, width: number): Float32Array {
  const pixels = new Float32Array(height * width);
  for (let row = 0, pixel = 0; row < height; row++)
    for (let column = 0; column < width; column++, pixel++)
      pixels[pixel] = Math.min(1, Math.max(0, 0.5 - ink(row + 0.5, column + 0.5)));
  return pixels;
}

// `Math.hypot` is rounded differently by different machines, `Math.sqrt` is not.
const length = (rows: number, columns: number): number => Math.sqrt(rows * rows + columns * columns);

export const disc =
  ([centreRow, centreColumn]: Place, radius: number): Ink =>
  (row, column) =>
    length(row - centreRow, column - centreColumn) - radius;

export const ring =
  ([centreRow, centreColumn]: Place, radius: number, thickness: number): Ink =>
  (row, column) =>
    Math.abs(length(row - centreRow, column - centreColumn) - radius) - thickness / 2;

/** A line between two places, with round ends. */
export function segment([fromRow, fromColumn]: Place, to: Place, thickness: number): Ink {
  const [rows, columns] = [to[0] - fromRow, to[1] - fromColumn];
  const square = rows * rows + columns * columns;
  return (row, column) => {
    const along = ((row - fromRow) * rows + (column - fromColumn) * columns) / square;
    const share = Math.min(1, Math.max(0, along));
    return length(row - fromRow - share * rows, column - fromColumn - share * columns) - thickness / 2;
  };
}

/** All that lies beyond `place` in the direction of `angle`. */
export function halfPlane([placeRow, placeColumn]: Place, angle: number): Ink {
  const { x, y } = direction(angle);
  return (row, column) => -((column - placeColumn) * x + (row - placeRow) * y);
}

/** Lines through all places in turn. */
export function polyline(places: readonly Place[], thickness: number): Ink {
  return union(places.slice(1).map((place, i) => segment(places[i]!, place, thickness)));
}

export const union =
  (inks: readonly Ink[]): Ink =>
  (row, column) =>
    Math.min(...inks.map((ink) => ink(row, column)));

/** A drawing as it was made: pen strokes as points, in a square of side 1. No pixels yet. */

export interface Point {
  /** 0 at the left edge, 1 at the right. */
  readonly x: number;
  /** 0 at the top, 1 at the bottom. */
  readonly y: number;
}

/** The way of the pen from down to up; a single point is a dot. */
export type Stroke = readonly Point[];

export interface Drawing {
  readonly strokes: readonly Stroke[];
  /** Diameter of the pen, as a share of the square's side. */
  readonly penWidth: number;
}

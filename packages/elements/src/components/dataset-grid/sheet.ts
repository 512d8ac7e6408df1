/** Where each thumbnail stands on its sheet, and which one lies under a point. Pure arithmetic in CSS pixels. */

export interface Sheet {
  readonly columns: number;
  readonly rows: number;
  /** How large an image is drawn. */
  readonly width: number;
  readonly height: number;
  /** From one thumbnail to the next, across and down. */
  readonly stepX: number;
  readonly stepY: number;
}

const gap = 8;
/** An image is drawn as large as a whole number of times makes it, up to this. */
const largest = 64;
/** What a finger can hit; a narrower image keeps the room. */
const leastTarget = 32;

/**
 * @param caption Height of what stands below each image.
 * @param rows At most so many.
 * @example sheetOf([28, 28], 328, 100, 0, 5).columns // 5 of 56 px
 */
export function sheetOf(
  [height, width]: readonly [number, number],
  available: number,
  count: number,
  caption: number,
  rows: number,
): Sheet {
  const side = Math.max(height, width);
  const scale = side <= largest ? Math.floor(largest / side) : largest / side;
  const [drawnWidth, drawnHeight] = [
    Math.max(1, Math.round(width * scale)),
    Math.max(1, Math.round(height * scale)),
  ];
  const stepX = Math.max(leastTarget, drawnWidth) + gap;
  const stepY = Math.max(leastTarget, drawnHeight + caption) + gap;
  const columns = Math.max(1, Math.floor((available + gap) / stepX));
  return {
    columns,
    rows: Math.max(1, Math.min(rows, Math.ceil(count / columns))),
    width: drawnWidth,
    height: drawnHeight,
    stepX,
    stepY,
  };
}

export const originOf = ({ columns, stepX, stepY }: Sheet, place: number): readonly [number, number] => [
  (place % columns) * stepX,
  Math.floor(place / columns) * stepY,
];

export const sizeOf = ({ columns, rows, stepX, stepY }: Sheet): readonly [number, number] => [
  columns * stepX - gap,
  rows * stepY - gap,
];

/** Place of the thumbnail under a point; the gap belongs to the one before it. Undefined beside the sheet. */
export function placeAt({ columns, rows, stepX, stepY }: Sheet, x: number, y: number): number | undefined {
  const [column, row] = [Math.floor(x / stepX), Math.floor(y / stepY)];
  const isInside = column >= 0 && column < columns && row >= 0 && row < rows;
  return isInside ? row * columns + column : undefined;
}

/**
 * Which part of a picture a window shows, and how large. Lengths in the window are CSS pixels, places in the picture are counted
 * in cells from its top left corner. A view never leaves the picture, and is never smaller than the whole of it.
 */

export interface Extent {
  readonly width: number;
  readonly height: number;
}

/** What is asked for: the side of a cell, and the place of the picture in the middle of the window. */
export interface View {
  readonly cell: number;
  readonly x: number;
  readonly y: number;
}

/** A point of the window. */
export interface At {
  readonly x: number;
  readonly y: number;
}

export type Cell = readonly [row: number, column: number];

/** From this size on, in CSS pixels, a cell shows its number. */
export const readableCell = 22;
const largestCell = 56;
/** One press of a button makes cells about so many times larger. */
const stepFactor = 1.5;

const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value));

export class Viewport implements View {
  readonly picture: Extent;
  readonly window: Extent;
  readonly cell: number;
  readonly x: number;
  readonly y: number;

  /** @param view Undefined shows the whole picture. */
  constructor(picture: Extent, window: Extent, view?: View) {
    this.picture = picture;
    this.window = window;
    this.cell = clamp(view?.cell ?? 0, this.least, this.most);
    this.x = inside(view?.x ?? 0, picture.width, window.width / this.cell);
    this.y = inside(view?.y ?? 0, picture.height, window.height / this.cell);
  }

  /** The side of a cell where the whole picture fits. */
  get least(): number {
    return Math.min(this.window.width / this.picture.width, this.window.height / this.picture.height);
  }

  get most(): number {
    return Math.max(this.least, largestCell);
  }

  get isWhole(): boolean {
    return this.cell <= this.least;
  }

  get isReadable(): boolean {
    return this.cell >= readableCell;
  }

  /** Where the top left corner of a cell lies in the window. */
  placeOf(row: number, column: number): At {
    const { window, cell } = this;
    return { x: window.width / 2 + (column - this.x) * cell, y: window.height / 2 + (row - this.y) * cell };
  }

  /** Undefined beside the picture. */
  cellAt(at: At): Cell | undefined {
    const { x, y } = this.#pictureAt(at);
    const { width, height } = this.picture;
    return x >= 0 && y >= 0 && x < width && y < height ? [Math.floor(y), Math.floor(x)] : undefined;
  }

  /** Cells that are seen in whole or in part; the last ones are not counted in. */
  get seen(): { readonly rows: readonly [number, number]; readonly columns: readonly [number, number] } {
    const range = (middle: number, window: number, length: number): readonly [number, number] => {
      // A sum that is off by its last bit would count a cell of which nothing is seen.
      const first = Math.floor(middle - window / 2 / this.cell + 1e-9);
      const last = Math.ceil(middle + window / 2 / this.cell - 1e-9);
      return [clamp(first, 0, length), clamp(last, 0, length)];
    };
    return {
      rows: range(this.y, this.window.height, this.picture.height),
      columns: range(this.x, this.window.width, this.picture.width),
    };
  }

  /** The picture goes with the pointer. */
  moved(dx: number, dy: number): View {
    return this.#to({ cell: this.cell, x: this.x - dx / this.cell, y: this.y - dy / this.cell });
  }

  centredOn(x: number, y: number): View {
    return this.#to({ cell: this.cell, x, y });
  }

  /** Larger or smaller cells, and what was under the point stays under it as far as the picture's edges allow. */
  zoomed(cell: number, at: At = { x: this.window.width / 2, y: this.window.height / 2 }): View {
    const held = this.#pictureAt(at);
    const size = clamp(cell, this.least, this.most);
    return this.#to({
      cell: size,
      x: held.x - (at.x - this.window.width / 2) / size,
      y: held.y - (at.y - this.window.height / 2) / size,
    });
  }

  /** Moved no further than a cell needs to be seen in whole. */
  holding([row, column]: Cell): View {
    const reach = (middle: number, window: number, place: number): number => {
      const half = window / 2 / this.cell;
      return half < 0.5 ? place + 0.5 : clamp(middle, place + 1 - half, place + half);
    };
    return this.#to({
      cell: this.cell,
      x: reach(this.x, this.window.width, column),
      y: reach(this.y, this.window.height, row),
    });
  }

  /** Sizes of a cell from the whole picture to its numbers, each as many times larger as the one before. */
  get stops(): readonly number[] {
    const ratio = this.most / this.least;
    const count = Math.ceil(Math.log(ratio) / Math.log(stepFactor) - 1e-9);
    return Array.from({ length: count + 1 }, (_, step) =>
      step === count ? this.most : this.least * ratio ** (step / count),
    );
  }

  /** The next stop above or below; the last one stays. */
  stop(by: 1 | -1): number {
    const { stops, cell } = this;
    return by > 0
      ? (stops.find((stop) => stop > cell * 1.01) ?? this.most)
      : (stops.filter((stop) => stop < cell / 1.01).at(-1) ?? this.least);
  }

  #to(view: View): View {
    const { cell, x, y } = new Viewport(this.picture, this.window, view);
    return { cell, x, y };
  }

  #pictureAt({ x, y }: At): At {
    return {
      x: this.x + (x - this.window.width / 2) / this.cell,
      y: this.y + (y - this.window.height / 2) / this.cell,
    };
  }
}

/** The middle of a part of so many cells that stays inside a length, or lies in its middle where it is longer. */
const inside = (middle: number, length: number, part: number): number =>
  part >= length ? length / 2 : clamp(middle, part / 2, length - part / 2);

/**
 * A view on the way from one to another: cells grow by the same factor in the same time, and the point that both hold still stays
 * where it is.
 */
export function between(from: View, to: View, share: number): View {
  const cell = from.cell * (to.cell / from.cell) ** share;
  const apart = 1 / to.cell - 1 / from.cell;
  const part = Math.abs(apart) < 1e-9 ? share : (1 / cell - 1 / from.cell) / apart;
  return { cell, x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
}

/** What two fingers ask for: as much larger as they went apart, and their middle goes with them. */
export function pinched(viewport: Viewport, before: readonly [At, At], after: readonly [At, At]): View {
  const apart = ([a, b]: readonly [At, At]): number => Math.max(1, Math.hypot(a.x - b.x, a.y - b.y));
  const middle = ([a, b]: readonly [At, At]): At => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
  const [old, now] = [middle(before), middle(after)];
  const larger = viewport.zoomed((viewport.cell * apart(after)) / apart(before), old);
  return new Viewport(viewport.picture, viewport.window, larger).moved(now.x - old.x, now.y - old.y);
}

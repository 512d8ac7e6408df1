/** The pen of a pad: strokes under way and done, moved by a pointer or by keys. Knows nothing of elements or pixels. */
import type { Point, Stroke } from '../../draw/stroke.js';
import { onGrid } from '../../draw/stroke-text.js';

/** One step of a key, as a share of the pad: one pixel of 28. */
export const keyStep = 1 / 28;

const inside = ({ x, y }: Point): Point => ({
  x: onGrid(Math.max(0, Math.min(1, x))),
  y: onGrid(Math.max(0, Math.min(1, y))),
});

export class Pen {
  #done: readonly Stroke[] = [];
  #current: Point[] | undefined;
  #place: Point = { x: 0.5, y: 0.5 };

  get strokes(): readonly Stroke[] {
    return this.#current ? [...this.#done, this.#current] : this.#done;
  }
  get isDown(): boolean {
    return this.#current !== undefined;
  }
  get place(): Point {
    return this.#place;
  }

  down(point = this.#place): void {
    this.up();
    this.#place = inside(point);
    this.#current = [this.#place];
  }

  move(point: Point): void {
    this.#place = inside(point);
    const last = this.#current?.at(-1);
    if (last && (last.x !== this.#place.x || last.y !== this.#place.y)) this.#current!.push(this.#place);
  }

  up(): void {
    if (this.#current) this.#done = [...this.#done, this.#current];
    this.#current = undefined;
  }

  /** Instead of all that was drawn. */
  replace(strokes: readonly Stroke[]): void {
    this.#current = undefined;
    this.#done = strokes;
  }

  undo(): void {
    this.up();
    this.#done = this.#done.slice(0, -1);
  }

  clear(): void {
    this.#current = undefined;
    this.#done = [];
  }
}

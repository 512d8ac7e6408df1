/**
 * The window under a pointer: a mouse that moves, a finger or mouse that is held down and dragged, a tap that pins. Fingers drag on
 * the grid alone (`touch-action`): the page scrolls from everywhere else.
 */
import type { Cell } from './lab.js';

export interface WindowMoves {
  /** The mouse is over a cell. */
  point(cell: Cell): void;
  /** The window is dragged, and stays where it is let go. */
  drag(cell: Cell): void;
  /** A cell was clicked or tapped. */
  pin(cell: Cell): void;
}

/** A finger that moves less has tapped. */
const tapPx = 6;

export class WindowDrag {
  #held: { readonly pointer: number; readonly x: number; readonly y: number } | undefined;
  #isDragging = false;

  readonly down = (event: PointerEvent): void => {
    this.#isDragging = false;
    if (event.button !== 0 || !event.isPrimary) return;
    this.#held = { pointer: event.pointerId, x: event.clientX, y: event.clientY };
  };

  move(event: PointerEvent, cell: Cell, moves: WindowMoves): void {
    const held = this.#held?.pointer === event.pointerId ? this.#held : undefined;
    if (!held) {
      if (event.pointerType === 'mouse') moves.point(cell);
      return;
    }
    if (!this.#isDragging && Math.hypot(event.clientX - held.x, event.clientY - held.y) < tapPx) return;
    // Not before it is a drag: a tap goes to what it is on.
    if (!this.#isDragging) (event.currentTarget as Element).setPointerCapture(event.pointerId);
    this.#isDragging = true;
    moves.drag(cell);
  }

  readonly up = (): void => {
    this.#held = undefined;
  };

  click(cell: Cell, moves: WindowMoves): void {
    // What a browser tells at the end of a drag is no click.
    if (!this.#isDragging) moves.pin(cell);
    this.#isDragging = false;
  }
}

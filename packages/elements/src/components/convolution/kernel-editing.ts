/** What a visitor does to a field of the kernel: types, turns it by keys, drags it up or down. */

export interface KernelEdits {
  /** The weight that the field stands for now. */
  weightOf(cell: readonly [number, number]): number;
  set(cell: readonly [number, number], weight: number): void;
  /** What was typed is no number. */
  refuse(cell: readonly [number, number], text: string): void;
}

/** By keys; a tenth with Shift held. A pixel of dragging is a fortieth. */
const step = 0.5;
const fine = 0.05;
const perPixel = 1 / 40;

/** Weights that were turned, not typed, keep two decimals: no field can show 0.1 + 0.2. */
const rounded = (weight: number): number => Math.round(weight * 100) / 100;

const cellOf = (field: HTMLInputElement): readonly [number, number] =>
  field.dataset['cell']!.split(' ').map(Number) as [number, number];

const fieldOf = (event: Event): HTMLInputElement | undefined =>
  event.target instanceof HTMLInputElement && event.target.dataset['cell'] !== undefined
    ? event.target
    : undefined;

export class KernelEditing {
  readonly #edits: KernelEdits;
  #drag: { readonly field: HTMLInputElement; readonly y: number; readonly weight: number } | undefined;

  constructor(edits: KernelEdits) {
    this.#edits = edits;
  }

  readonly onChange = (event: Event): void => {
    const field = fieldOf(event);
    if (!field) return;
    const cell = cellOf(field);
    // People write 0,5 and −1 as well as 0.5 and -1.
    const text = field.value.trim().replace(',', '.').replace('−', '-');
    const weight = text === '' ? NaN : Number(text);
    if (Number.isFinite(weight)) this.#edits.set(cell, weight);
    else this.#edits.refuse(cell, field.value);
  };

  readonly onKey = (event: KeyboardEvent): void => {
    const field = fieldOf(event);
    const direction = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (!field || direction === undefined) return;
    event.preventDefault();
    const cell = cellOf(field);
    this.#edits.set(cell, rounded(this.#edits.weightOf(cell) + direction * (event.shiftKey ? fine : step)));
  };

  readonly onDown = (event: PointerEvent): void => {
    const field = fieldOf(event);
    if (!field) return;
    this.#drag = { field, y: event.clientY, weight: this.#edits.weightOf(cellOf(field)) };
    field.setPointerCapture(event.pointerId);
  };

  readonly onMove = (event: PointerEvent): void => {
    if (!this.#drag) return;
    const { field, y, weight } = this.#drag;
    const moved = y - event.clientY;
    // A click that trembles is no drag.
    if (Math.abs(moved) < 4) return;
    this.#edits.set(cellOf(field), rounded(weight + moved * perPixel));
  };

  readonly onUp = (): void => {
    this.#drag = undefined;
  };
}

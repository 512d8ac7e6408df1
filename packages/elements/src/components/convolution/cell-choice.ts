/** Which cell of the output is chosen, and what moves the choice: pointers, keys, the scrubber, playing. */
import type { ReactiveControllerHost } from 'lit';
import type { Picture } from '../../parts/value-grid.js';
import { Playing } from './playing.js';
import type { Cell } from './lab.js';
import { strongest } from './problem.js';

type Size = readonly [height: number, width: number];

export class CellChoice {
  readonly #host: ReactiveControllerHost;
  readonly #playing: Playing;
  #cell: Cell | undefined;
  #isPinned = false;
  /** What was chosen when it was drawn last, and in how large an output. */
  #shown: { readonly cell: Cell; readonly size: Size } | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    this.#playing = new Playing(host, () => this.walk(1));
  }

  get isPinned(): boolean {
    return this.#isPinned;
  }

  get isPlaying(): boolean {
    return this.#playing.isOn;
  }

  /** The chosen cell that a link would have to name; undefined where nobody has settled on one. */
  get pinned(): Cell | undefined {
    return this.#isPinned ? this.#cell : undefined;
  }

  readonly togglePlaying = (): void => this.#playing.toggle();

  /** The chosen cell where this output has it, else the strongest; undefined without an output. */
  in(output: Picture | undefined): Cell | undefined {
    this.#shown = output && { cell: this.#within(output), size: output.size };
    return this.#shown?.cell;
  }

  #within(output: Picture): Cell {
    const [height, width] = output.size;
    if (!this.#cell) return strongest(output);
    return [Math.min(height - 1, this.#cell[0]), Math.min(width - 1, this.#cell[1])];
  }

  /** Whether it has moved: a pinned cell does not, nor one that plays. */
  point(cell: Cell): boolean {
    if (this.#isPinned || this.#playing.isOn) return false;
    this.#go(cell);
    return true;
  }

  drag(cell: Cell): void {
    this.#playing.stop();
    this.#isPinned = true;
    this.#go(cell);
  }

  /** The same cell again lets go of it. */
  pin(cell: Cell): void {
    const isSame = this.#isPinned && this.#cell?.join() === cell.join();
    this.#playing.stop();
    this.#isPinned = !isSame;
    this.#go(cell);
  }

  /** As a link has it. */
  settle(cell: Cell | undefined): void {
    this.#playing.stop();
    this.#isPinned = cell !== undefined;
    this.#cell = cell;
    this.#host.requestUpdate();
  }

  readonly walk = (by: number): void => {
    if (!this.#shown) return this.#playing.stop();
    const { cell, size } = this.#shown;
    const count = size[0] * size[1];
    this.goTo((cell[0] * size[1] + cell[1] + by + count) % count);
  };

  readonly goTo = (index: number): void => {
    const width = this.#shown?.size[1] ?? 1;
    this.#go([Math.floor(index / width), index % width]);
  };

  readonly onKey = (event: KeyboardEvent): void => {
    if (!this.#shown) return;
    const { cell, size } = this.#shown;
    const step = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] }[event.key];
    const along = (axis: 0 | 1): number => Math.min(size[axis] - 1, Math.max(0, cell[axis] + step![axis]!));
    if (step) this.#go([along(0), along(1)]);
    else if (event.key === 'Enter' || event.key === ' ') this.pin(cell);
    else if (event.key === 'Escape' && this.#isPinned) this.#letGo();
    else return;
    event.preventDefault();
  };

  #letGo(): void {
    this.#isPinned = false;
    this.#host.requestUpdate();
  }

  #go(cell: Cell): void {
    this.#cell = cell;
    this.#host.requestUpdate();
  }
}

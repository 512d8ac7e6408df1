/** What is looked into, and the ways in and out: a map, one of its cells, a unit; by pointer, by keys, by the way back in words. */
import type { Unit } from '../../events/unit-select.js';
import type { CellAddress } from '../../trace/explain.js';
import type { Trace } from '../../trace/trace.js';
import { Inside } from './inside.js';
import { siblingFor } from './zoom-frame.js';

/** The element, as far as this is concerned. */
export interface ZoomHost {
  readonly trace: Trace | undefined;
  readonly opened: Unit | undefined;
  /** Asks the page, and opens where it does not prevent it. */
  open(target: Unit | undefined): boolean;
  requestUpdate(): void;
}

export class Zooming {
  readonly #host: ZoomHost;
  readonly inside: Inside;

  constructor(host: ZoomHost) {
    this.#host = host;
    this.inside = new Inside(() => host.requestUpdate());
  }

  /** Undefined while the whole network is shown. */
  get cell(): CellAddress | undefined {
    const { trace, opened } = this.#host;
    return trace && this.inside.cellOf(trace, opened);
  }

  /** Whether it is one number that is looked into: a cell of a map, or a unit, which has no other inside. */
  isTakenApart({ stage }: CellAddress): boolean {
    return this.#host.trace!.stages[stage]!.kind !== 'maps' || this.#host.opened?.row !== undefined;
  }

  /** The way from a cell back to its map; undefined for a unit, which has none. */
  toMap({ stage, unit }: CellAddress): (() => void) | undefined {
    const { kind, name } = this.#host.trace!.stages[stage]!;
    return kind === 'maps' ? () => void this.#host.open({ layer: name, unit }) : undefined;
  }

  readonly leave = (): void => void this.#host.open(undefined);

  takeApart(cell: CellAddress): void {
    const { stage, unit, row, column } = cell;
    const layer = this.#host.trace!.stages[stage]!.name;
    if (this.#host.open({ layer, unit, row, column })) this.inside.lookAt(cell);
  }

  /** Anywhere in what has been opened. */
  readonly onKey = (event: KeyboardEvent): void => {
    const { cell } = this;
    // The pad that stands beside it has keys of its own.
    const isHere = event
      .composedPath()
      .some((target) => target instanceof Element && target.matches('.zoom'));
    if (!cell || !isHere) return;
    const { stages } = this.#host.trace!;
    const isTakenApart = this.isTakenApart(cell);
    const unit = isTakenApart ? undefined : siblingFor(event.key, cell, stages);
    if (event.key === 'Escape') ((isTakenApart ? this.toMap(cell) : undefined) ?? this.leave)();
    else if (unit !== undefined) this.#host.open({ layer: stages[cell.stage]!.name, unit });
    else return;
    event.preventDefault();
  };

  /** On an opened map. */
  readonly onMapKey = (event: KeyboardEvent): void => {
    const { trace, opened } = this.#host;
    const { cell } = this;
    if (!trace || !cell) return;
    if (event.key === 'Enter') this.takeApart(cell);
    else if (!this.inside.step(trace, opened, event.key)) return;
    event.preventDefault();
  };

  readonly onMapPoint = (event: PointerEvent): void => {
    const { trace, opened } = this.#host;
    // Listened to where the map is drawn.
    const box = (event.currentTarget as Element).getBoundingClientRect();
    const [x, y] = [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height];
    if (trace) this.inside.point(trace, opened, x, y);
  };
}

/** Which cell of an opened map is looked at: the strongest one until a visitor picks another. */
import type { Unit } from '../../events/unit-select.js';
import { step, strongestCell } from '../../scene/travel.js';
import type { CellAddress } from '../../trace/explain.js';
import type { Trace } from '../../trace/trace.js';
import type { Pick, Picks } from '../../xray/unroll.js';

export class Inside {
  #cell: CellAddress | undefined;
  /** What a visitor has chosen to take apart. */
  #picks: Picks = new Map();
  readonly #changed: () => void;
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get picks(): Picks {
    return this.#picks;
  }

  readonly pick = (stage: number, pick: Pick): void => {
    this.#picks = new Map([...this.#picks].filter(([at]) => at >= stage).concat([[stage, pick]]));
    this.#changed();
  };

  lookAt(cell: CellAddress): void {
    this.#picks = new Map();
    this.#cell = cell;
    this.#changed();
  }

  /** Undefined while the whole network is shown, or where what is opened has no inside. */
  cellOf(trace: Trace, opened: Unit | undefined): CellAddress | undefined {
    if (!opened) return undefined;
    const stage = trace.stages.findIndex(({ name }) => name === opened.layer);
    const found = trace.stages[stage];
    const hasInside = found?.kind === 'maps' || found?.kind === 'units' || found?.kind === 'scores';
    if (!hasInside || !(opened.unit >= 0 && opened.unit < found.count)) return undefined;
    const { row, column } = opened;
    if (row !== undefined && column !== undefined) {
      const isThere = row >= 0 && row < found.size[0] && column >= 0 && column < found.size[1];
      return isThere ? { stage, unit: opened.unit, row, column } : undefined;
    }
    if (this.#cell?.stage === stage && this.#cell.unit === opened.unit) return this.#cell;
    return strongestCell(trace, stage, opened.unit);
  }

  /** False where the key means nothing here. */
  step(trace: Trace, opened: Unit | undefined, key: string): boolean {
    const cell = this.cellOf(trace, opened);
    if (!cell || !key.startsWith('Arrow')) return false;
    this.lookAt(step(trace.stages[cell.stage]!, cell, key));
    return true;
  }

  /** @param x,y Shares of the map's sides. */
  point(trace: Trace, opened: Unit | undefined, x: number, y: number): void {
    const cell = this.cellOf(trace, opened);
    if (!cell) return;
    const { size } = trace.stages[cell.stage]!;
    const place = (share: number, length: number): number =>
      Math.max(0, Math.min(length - 1, Math.floor(share * length)));
    const [row, column] = [place(y, size[0]), place(x, size[1])];
    if (row !== cell.row || column !== cell.column || cell !== this.#cell)
      this.lookAt({ ...cell, row, column });
  }
}

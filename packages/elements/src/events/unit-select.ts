/** The visitor has opened one map, unit or kernel, or has closed it. */

export interface Unit {
  /** Name of the layer, or `input`. */
  readonly layer: string;
  /** Channel of a map, or number of a unit, from 0. */
  readonly unit: number;
  /** Of one cell of a map. */
  readonly row?: number;
  readonly column?: number;
}

/** `unit` is undefined when the visitor goes back to the whole network. `preventDefault()` keeps the view as it is. */
export class CnnUnitSelectEvent extends Event {
  static readonly type = 'cnn-unit-select';
  readonly unit: Unit | undefined;
  constructor(unit: Unit | undefined) {
    super(CnnUnitSelectEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.unit = unit;
  }
}

declare global {
  interface HTMLElementEventMap {
    'cnn-unit-select': CnnUnitSelectEvent;
  }
}

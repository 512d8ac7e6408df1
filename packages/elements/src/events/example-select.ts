/** The visitor has chosen the examples that a network takes for one thing and that are another, or has let go of them. */

/** Fired by `<cnn-confusion-matrix>`. `preventDefault()` keeps the view as it is. */
export class CnnExampleSelectEvent extends Event {
  static readonly type = 'cnn-example-select';
  /** Class that the examples are of; undefined when the visitor lets go. */
  readonly actual: number | undefined;
  /** Class that the network gives them; undefined when the visitor lets go. */
  readonly predicted: number | undefined;
  /** Their places in the data, rising: all of them, not only those that are shown. */
  readonly indices: readonly number[];
  constructor(actual: number | undefined, predicted: number | undefined, indices: readonly number[]) {
    super(CnnExampleSelectEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.actual = actual;
    this.predicted = predicted;
    this.indices = indices;
  }
}

declare global {
  interface HTMLElementEventMap {
    'cnn-example-select': CnnExampleSelectEvent;
  }
}

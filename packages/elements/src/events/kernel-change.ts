/** The visitor has changed a kernel, or the bias that goes with it. */

/** Fired before it is taken over; `preventDefault()` keeps the kernel as it was. */
export class CnnKernelChangeEvent extends Event {
  static readonly type = 'cnn-kernel-change';
  /** Rows of weights. */
  readonly kernel: readonly (readonly number[])[];
  readonly bias: number;
  constructor(kernel: readonly (readonly number[])[], bias: number) {
    super(CnnKernelChangeEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.kernel = kernel;
    this.bias = bias;
  }
}

declare global {
  interface HTMLElementEventMap {
    'cnn-kernel-change': CnnKernelChangeEvent;
  }
}

/** The visitor has changed a kernel, or the bias that goes with it. */

/** Fired before it is taken over; `preventDefault()` keeps the kernel as it was. */
export class CnnKernelChangeEvent extends Event {
  static readonly type = 'cnn-kernel-change';
  /** Rows of weights; of several channels, those of the one that is looked at. */
  readonly kernel: readonly (readonly number[])[];
  readonly bias: number;
  /** One matrix a channel, where the channels do not share one. */
  readonly kernels: readonly (readonly (readonly number[])[])[] | undefined;
  constructor(
    kernel: readonly (readonly number[])[],
    bias: number,
    kernels?: readonly (readonly (readonly number[])[])[],
  ) {
    super(CnnKernelChangeEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.kernel = kernel;
    this.bias = bias;
    this.kernels = kernels;
  }
}

declare global {
  interface HTMLElementEventMap {
    'cnn-kernel-change': CnnKernelChangeEvent;
  }
}

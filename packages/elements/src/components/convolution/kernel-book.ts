/** The kernels of all channels: one that they share, or one each; what a visitor does to them, and which network they came from. */
import { CnnKernelChangeEvent } from '../../events/kernel-change.js';
import { Last } from '../../last.js';
import type { Chip } from './chips.js';
import type { FilterName } from './learned.js';
import { isKernel, resized, withWeight } from './presets.js';
import type { KernelMatrix } from './presets.js';

/** The element, as far as its kernels go. */
export interface KernelHost extends EventTarget {
  /** That of every channel which has none of its own. */
  kernel: KernelMatrix;
  kernels: readonly KernelMatrix[] | undefined;
  bias: number;
  requestUpdate(): void;
}

interface Kernels {
  readonly kernel: KernelMatrix;
  readonly kernels: readonly KernelMatrix[] | undefined;
}

const sizeOf = (kernel: KernelMatrix): readonly [number, number] => [kernel.length, kernel[0]?.length ?? 0];

export class KernelBook {
  readonly #host: KernelHost;
  readonly #all = new Last<readonly KernelMatrix[]>();
  #own: Kernels | undefined;
  #origin: FilterName | undefined;

  constructor(host: KernelHost) {
    this.#host = host;
  }

  /** The network's filter that the visitor took, edited or not; none once the page has set a kernel, or another was taken. */
  get origin(): FilterName | undefined {
    return this.#origin;
  }

  get isShared(): boolean {
    return this.#host.kernels === undefined;
  }

  /** One a channel. Channels beyond `kernels` have `kernel`, in their size. */
  of(channels: number): readonly KernelMatrix[] {
    const { kernel, kernels = [] } = this.#host;
    return this.#all.of([kernel, this.#host.kernels, channels], () => {
      const common = kernels[0] ? resized(kernel, ...sizeOf(kernels[0])) : kernel;
      return Array.from({ length: channels }, (_, channel) => kernels[channel] ?? common);
    });
  }

  /** Whether they are kernels, all of one size. */
  isUsable(channels: number): boolean {
    const { kernel, kernels } = this.#host;
    if (!isKernel(kernel) || kernels?.every(isKernel) === false) return false;
    const [first, ...others] = this.of(channels).map((each) => sizeOf(each).join());
    return others.every((size) => size === first);
  }

  /** Notices what the page has set. */
  follow(): void {
    const { kernel, kernels } = this.#host;
    if (this.#own && (this.#own.kernel !== kernel || this.#own.kernels !== kernels)) this.#origin = undefined;
    this.#own = { kernel, kernels };
  }

  edit(
    channel: number,
    channels: number,
    cell: readonly [row: number, column: number],
    weight: number,
  ): boolean {
    return this.#change(
      this.#replaced(channel, channels, (kernel) => withWeight(kernel, cell, weight)),
      channel,
    );
  }

  resize(channel: number, height: number, width: number): boolean {
    const { kernel, kernels } = this.#host;
    const turn = (each: KernelMatrix): KernelMatrix => resized(each, height, width);
    return this.#change({ kernel: turn(kernel), kernels: kernels?.map(turn) }, channel);
  }

  setBias(bias: number, channel: number): boolean {
    const { kernel, kernels } = this.#host;
    return this.#change({ kernel, kernels }, channel, bias);
  }

  /** A preset goes to the channel that is looked at, or to all where they share one; a network's filter to all. */
  take({ kernels: taken, learned }: Chip, channel: number, channels: number): boolean {
    const [kernel] = taken as readonly [KernelMatrix, ...KernelMatrix[]];
    const next =
      learned && taken.length > 1
        ? { kernel, kernels: taken }
        : learned
          ? { kernel, kernels: undefined }
          : this.#fitted(
              this.#replaced(channel, channels, () => kernel),
              kernel,
            );
    const isTaken = this.#change(next, channel, learned?.bias ?? 0);
    if (isTaken) this.#origin = learned && { layer: learned.layer, filter: learned.filter };
    return isTaken;
  }

  /** `true`: that of the channel that is looked at becomes that of all. */
  share(isShared: boolean, channel: number, channels: number): boolean {
    const all = this.of(channels);
    return this.#change(
      isShared ? { kernel: all[channel]!, kernels: undefined } : { kernel: this.#host.kernel, kernels: all },
      channel,
    );
  }

  #replaced(channel: number, channels: number, turn: (kernel: KernelMatrix) => KernelMatrix): Kernels {
    const { kernel, kernels } = this.#host;
    if (!kernels) return { kernel: turn(kernel), kernels };
    // Those of channels that this picture does not have stay.
    const all = this.of(Math.max(channels, kernels.length));
    return { kernel, kernels: all.map((each, at) => (at === channel ? turn(each) : each)) };
  }

  /** In the size of one of them: a filter's slices are of one size. */
  #fitted({ kernel, kernels }: Kernels, model: KernelMatrix): Kernels {
    const turn = (each: KernelMatrix): KernelMatrix =>
      sizeOf(each).join() === sizeOf(model).join() ? each : resized(each, ...sizeOf(model));
    return { kernel: turn(kernel), kernels: kernels?.map(turn) };
  }

  /** Whether it was taken over. */
  #change(next: Kernels, channel: number, bias = this.#host.bias): boolean {
    const shown = next.kernels?.[channel] ?? next.kernel;
    const isRight = isKernel(shown) && Number.isFinite(bias);
    const isTaken = isRight && this.#host.dispatchEvent(new CnnKernelChangeEvent(shown, bias, next.kernels));
    if (isTaken) {
      this.#own = next;
      Object.assign(this.#host, next, { bias });
    }
    this.#host.requestUpdate();
    return isTaken;
  }
}

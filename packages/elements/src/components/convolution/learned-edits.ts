/** A learned kernel that is edited, and the network that it came from: whether an edit may reach it, and what it then is told. */
import { CnnCommandEvent } from '../../events/command.js';
import type { NetworkLink } from './lab.js';
import type { Shown } from './lab-sources.js';
import { changesOf, isOfSize } from './learned.js';
import type { FilterName, WeightCommand } from './learned.js';
import { NetworkEdits } from './network-edits.js';
import type { KernelMatrix } from './presets.js';

interface Host extends EventTarget {
  readonly editsNetwork: boolean;
  requestUpdate(): void;
}

export class LearnedEdits {
  readonly #host: Host;
  readonly #edits: NetworkEdits;

  /** @param send To the session, if there is one. */
  constructor(host: Host, send: (command: WeightCommand) => Promise<unknown> | undefined) {
    this.#host = host;
    this.#edits = new NetworkEdits(
      (command) => (host.dispatchEvent(new CnnCommandEvent(command)) ? send(command) : undefined),
      () => host.requestUpdate(),
    );
  }

  /** Undefined where the kernels are of no network, or of another size than its own. */
  link(
    { filter }: Shown,
    origin: FilterName | undefined,
    kernels: readonly KernelMatrix[],
  ): NetworkLink | undefined {
    const [height = 0, width = 0, channels] = filter?.shape ?? [];
    const fits =
      origin !== undefined &&
      filter?.path === `${origin.layer}/filter` &&
      kernels.length === channels &&
      isOfSize(kernels, height, width);
    return fits ? { isOn: this.#host.editsNetwork, error: this.#edits.error } : undefined;
  }

  /** Tells the network what differs, where it may be told. */
  tell(
    { filter, bias }: Shown,
    origin: FilterName | undefined,
    kernels: readonly KernelMatrix[],
    added: number,
  ): void {
    if (!this.#host.editsNetwork || !origin || filter?.path !== `${origin.layer}/filter`) return;
    this.#edits.push(changesOf(origin, filter, bias, kernels, added));
  }
}

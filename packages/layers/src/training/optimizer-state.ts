/** What an optimizer remembers of each parameter, on the device: made at the first update, moved and saved with the trainer. */
import { fill } from '@convlens/tensor-core';
import type { Tensor } from '@convlens/tensor-core';
import type { HostTensor } from '@convlens/types';
import type { Sequential } from '../models/sequential.js';
import { overwrite } from '../models/weights.js';
import { snapshotMismatch } from './errors.js';
import type { Optimizer, UpdateAt } from './optimizers/optimizer.js';

/** By the parameter's path, then by slot: `{ 'conv1/filter': { firstMoment, secondMoment } }`. */
export type HostSlots = Readonly<Record<string, Readonly<Record<string, HostTensor>>>>;

export class OptimizerState {
  readonly #optimizer: Optimizer;
  readonly #model: Sequential;
  #slots: readonly (readonly Tensor[])[] = [];

  constructor(optimizer: Optimizer, model: Sequential) {
    this.#optimizer = optimizer;
    this.#model = model;
  }

  /** Zeros, where there are none yet. */
  ensure(): void {
    if (this.#slots.length > 0) return;
    this.#slots = this.#model.parameters.map(({ tensor: { runtime, shape, dtype } }) =>
      this.#optimizer.slots.map(() => runtime.keep(fill(runtime, shape, 0, dtype))),
    );
  }

  /** Updates every parameter in place. */
  update(gradients: readonly Tensor[], at: UpdateAt): void {
    this.#model.parameters.forEach(({ tensor }, i) =>
      this.#optimizer.update(tensor, gradients[i]!, this.#slots[i]!, at),
    );
  }

  /** `conv1/filter/firstMoment` as it is before the next update. */
  slot(path: string): Tensor | undefined {
    const i = this.#model.parameters.findIndex((parameter) => path.startsWith(`${parameter.path}/`));
    const parameter = this.#model.parameters[i];
    const slot = parameter && this.#optimizer.slots.indexOf(path.slice(parameter.path.length + 1));
    return slot === undefined ? undefined : this.#slots[i]?.[slot];
  }

  async read(): Promise<HostSlots> {
    this.ensure();
    const { slots } = this.#optimizer;
    const reads = this.#model.parameters.map(async ({ path }, i) => {
      const tensors = this.#slots[i]!.map(
        async ({ shape, dtype }, slot) =>
          [slots[slot]!, { shape, dtype, data: await this.#slots[i]![slot]!.read() }] as const,
      );
      return [path, Object.fromEntries(await Promise.all(tensors))] as const;
    });
    return Object.fromEntries(await Promise.all(reads));
  }

  /** @throws LayersError `SNAPSHOT_MISMATCH` before anything is changed. */
  set(values: HostSlots): void {
    this.ensure();
    const targets = this.#model.parameters.flatMap(({ path }, i) =>
      this.#optimizer.slots.map((slot, s) => {
        const tensor = this.#slots[i]![s]!;
        const value = values[path]?.[slot];
        if (!value || String(value.shape) !== String(tensor.shape)) {
          throw snapshotMismatch(
            `${slot} of ${path} as [${tensor.shape.join(', ')}]`,
            value ? `[${value.shape.join(', ')}]` : 'none',
          );
        }
        return { tensor, data: value.data };
      }),
    );
    for (const { tensor, data } of targets) overwrite(tensor, data);
  }

  dispose(): void {
    for (const tensor of this.#slots.flat()) tensor.dispose();
    this.#slots = [];
  }
}

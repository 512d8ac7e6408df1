/** A session that does as it is told where another function or pooling is chosen: everything after it is computed again, by plain loops. */
import type { ModelCommand, TapValue } from '@convlens/types';
import { bentTensors, seedWeights, summaryWith } from './bent-record.js';
import type { Bends } from './bent-record.js';
import { FakeSession } from './fake-session.js';
import type { FakeSource } from './fake-session.js';
import { digit } from './seed-record.js';

export class BendingSession extends FakeSession {
  #bends: Required<Bends>;

  constructor(bends: Bends = {}) {
    super();
    this.#bends = { activation: 'relu', pooling: 'max', ...bends };
    this.#tell();
  }

  override tap(request: { readonly path: string }): FakeSource<TapValue> {
    const isNew = !this.taps.has(request.path);
    const source = super.tap(request);
    if (isNew) this.#give(request.path, source);
    return source;
  }

  override async send(command: ModelCommand): Promise<{ step: number }> {
    const reply = await super.send(command);
    if (command.type === 'setActivation') this.#bends = { ...this.#bends, activation: command.activation };
    if (command.type === 'setPooling') this.#bends = { ...this.#bends, pooling: command.kind };
    this.#tell();
    return reply;
  }

  #tell(): void {
    this.state.set({ ...this.state.current!, model: summaryWith(this.#bends) });
    for (const [path, source] of this.taps) this.#give(path, source);
  }

  #give(path: string, source: FakeSource<TapValue>): void {
    const tensor = bentTensors(digit(), seedWeights, this.#bends)[path];
    if (!tensor) return;
    source.set({ path, step: 0, inputId: 0, shape: tensor.shape, data: Float32Array.from(tensor.data) });
  }
}

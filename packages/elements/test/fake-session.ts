/** A session without an engine: taps are computed by `seed-record.ts`, commands are noted and answered. For stories and tests. */
import type {
  ModelCommand,
  ModelSession,
  SessionState,
  Source,
  SourceState,
  TapValue,
  TrainingHistory,
} from '@convlens/types';
import { digit, seedSummary, seedTensors } from './seed-record.js';

export class FakeSource<T> implements Source<T> {
  state: SourceState = 'idle';
  error: Error | undefined;
  readonly listeners = new Set<() => void>();
  current: T | undefined;
  constructor(current?: T) {
    this.current = current;
    if (current !== undefined) this.state = 'live';
  }
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
  set(current: T | undefined, state: SourceState = 'live', error?: Error): void {
    Object.assign(this, { current, state, error });
    for (const listener of this.listeners) listener();
  }
}

export const fakeState = (change: Partial<SessionState> = {}): SessionState => ({
  phase: 'idle',
  model: seedSummary,
  step: 0,
  epoch: 0,
  plannedSteps: 2580,
  settings: { epochs: 3, batchSize: 64, learningRate: 0.002, seed: 1 },
  weights: 'loaded',
  provenance: { dataset: 'MNIST', seed: 1, epochs: 3, testAccuracy: 0.9907 },
  backend: { name: 'cpu', threads: 1 },
  engine: { way: 'module-worker', refused: [] },
  ...change,
});

export class FakeSession implements ModelSession {
  readonly state = new FakeSource<SessionState>();
  readonly history = new FakeSource<TrainingHistory>();
  readonly commands: ModelCommand[] = [];
  readonly taps = new Map<string, FakeSource<TapValue>>();
  #inputId = 0;
  #tensors: ReturnType<typeof seedTensors> | undefined;

  constructor(change?: Partial<SessionState>, input: Float32Array | undefined = digit()) {
    this.state.set(fakeState(change));
    this.#tensors = input && seedTensors(input);
  }
  tap({ path }: { readonly path: string }): FakeSource<TapValue> {
    let source = this.taps.get(path);
    if (!source) this.taps.set(path, (source = new FakeSource(this.#value(path))));
    return source;
  }
  async send(command: ModelCommand): Promise<{ step: number }> {
    this.commands.push(command);
    if (command.type === 'input') {
      this.#inputId += 1;
      this.#tensors = seedTensors(Float32Array.from(command.images.data));
      for (const [path, source] of this.taps) source.set(this.#value(path));
    }
    return { step: this.state.current?.step ?? 0 };
  }
  /** Everybody who is subscribed to anything. */
  get subscriptions(): number {
    return [this.state, this.history, ...this.taps.values()].reduce(
      (sum, source) => sum + source.listeners.size,
      0,
    );
  }
  #value(path: string): TapValue | undefined {
    const tensor = this.#tensors?.[path];
    return (
      tensor && {
        path,
        step: 0,
        inputId: this.#inputId,
        shape: tensor.shape,
        data: Float32Array.from(tensor.data),
      }
    );
  }
}

/** A run that learns quickly at first, with noise that is a function of the step. */
export function fakeHistory(steps: number): TrainingHistory {
  const step = Array.from({ length: steps }, (_, index) => index + 1);
  const wave = (index: number): number => Math.sin(index * 1.7) * Math.sin(index * 0.37);
  const loss = step.map((at) => Math.max(0.012, (2.3 / (1 + at / 25) + 0.03) * (1 + 0.35 * wave(at))));
  const accuracy = loss.map((value) => Math.min(1, Math.max(0.06, 1 - value / 2.5)));
  const validation = step
    .filter((at) => at % 200 === 0)
    .map((at) => ({ step: at, loss: 2 / (1 + at / 25) + 0.03, accuracy: 1 - 1 / (1 + at / 20) }));
  return { step, loss, accuracy, validation };
}

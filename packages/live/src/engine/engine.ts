/** The engine: a model, a trainer and a probe of the current input, commanded by messages. Knows nothing of workers. */
import { loadWithProvenance, seedNetwork } from '@convlens/layers';
import type { HostWeights, Sequential } from '@convlens/layers';
import { mnist } from '@convlens/datasets';
import type { Dataset } from '@convlens/datasets';
import { Runtime } from '@convlens/tensor-core';
import type { Backend } from '@convlens/tensor-core';
import type { ModelCommand, SessionPhase, SessionState, TrainSettings } from '@convlens/types';
import * as errors from '../errors.js';
import { envelope } from '../protocol.js';
import type { EngineConfig, EngineSnapshot, EngineState, FromEngine, ToEngine } from '../protocol.js';
import { applyLayers, layersOf, setActivation, setPooling } from './bends.js';
import type { LayerPlanData } from './bends.js';
import { Lookout } from './lookout.js';
import type { Watched } from './lookout.js';
import { setWeight } from './set-weight.js';
import { checkSettings, defaults } from './train-settings.js';
import { TrainingRun } from './training-run.js';

export interface EngineOptions {
  /** What the page may choose from, by name; the first is the default. */
  readonly backends: Readonly<Record<string, () => Backend | Promise<Backend>>>;
  readonly post: (message: FromEngine, transfer: Transferable[]) => void;
  /** Longest time at a stretch without a turn for the host; 12 ms unless told. */
  readonly yieldEveryMs?: number;
}

/** A backend may say what it was refused, and runs slowly without. */
function backendFacts(runtime: Runtime): SessionState['backend'] {
  const { name, refused }: Backend & { readonly refused?: string | undefined } = runtime.backend;
  return { name, threads: runtime.report().threads, ...(refused !== undefined && { refused }) };
}

interface Digits {
  readonly train: Dataset;
  readonly validation: Dataset;
}

/** One after the other: each of these begins with the weights that the one before has left. */
const changesWeights: ReadonlySet<ModelCommand['type']> = new Set(['train', 'step', 'reset', 'setWeight']);

/** While training, the current input is looked at this often at most. */
const probeEveryMs = 33;
const stateEveryMs = 100;

export class Engine {
  readonly #options: EngineOptions;
  readonly #lookout: Lookout;
  #begun: Promise<void> | undefined;
  /** Commands that change the run, one after the other; a pause or a drawing need not wait for them. */
  #turn: Promise<void> = Promise.resolve();
  #config: EngineConfig = {};
  #model: Sequential | undefined;
  #run: TrainingRun | undefined;
  #data: Promise<Digits> | undefined;
  #start: { readonly weights: HostWeights; readonly layers: readonly LayerPlanData[] } | undefined;
  /** What a run, or the next one, is made with. */
  #settings: Required<TrainSettings> = defaults;
  #provenance: SessionState['provenance'];
  #phase: SessionPhase = 'idle';
  #weights: SessionState['weights'] = 'untrained';
  /** Whether somebody has set a weight by hand: what the file says of its accuracy then holds no longer. */
  #isEdited = false;
  #step = 0;
  #error: SessionState['error'];
  #told = 0;

  constructor(options: EngineOptions) {
    this.#options = options;
    this.#lookout = new Lookout(this.#watched());
  }

  /** Takes one message; never throws: what goes wrong is answered. */
  async receive(message: ToEngine): Promise<void> {
    try {
      // Whatever else arrives waits until there is a network.
      if (message.type === 'start') this.#begun = this.#begin(message);
      if (message.type !== 'ping') await this.#begun;
      switch (message.type) {
        case 'start':
          return;
        case 'command':
          return await this.#answer(message.id, message.command);
        case 'tap':
          return this.#lookout.tap(message.tap, message.request);
        case 'untap':
          return this.#lookout.untap(message.tap);
        case 'taken':
          return this.#lookout.taken(message.tap);
        case 'ping':
          return this.#post({ type: 'pong' });
        default:
          return message satisfies never;
      }
    } catch (error) {
      this.#post({ type: 'failed', error: errors.plainError(error) });
    }
  }

  #watched(): Watched {
    // Read when they are asked for: a class of its own knows no private fields of this one.
    const model = (): Sequential => this.#live;
    const step = (): number => this.#step;
    const phase = (): SessionPhase => this.#phase;
    const run = (): TrainingRun | undefined => this.#run;
    return {
      get model() {
        return model();
      },
      get step() {
        return step();
      },
      get isTraining() {
        return phase() === 'training';
      },
      get run() {
        return run();
      },
      trainingData: async () => (await this.#loaded()).train,
      post: (message, transfer) => this.#post(message, transfer),
    };
  }

  #askUnits(): void {
    this.#lookout
      .askUnits()
      .catch((error: unknown) => this.#post({ type: 'failed', error: errors.plainError(error) }));
  }

  get #live(): Sequential {
    if (!this.#model) throw errors.engineEnded();
    return this.#model;
  }

  async #begin({ config, snapshot, shown }: Extract<ToEngine, { type: 'start' }>): Promise<void> {
    this.#config = config;
    const name = config.backend ?? Object.keys(this.#options.backends)[0]!;
    const backend = await this.#options.backends[name]!();
    const source = config.file ?? (config.src === undefined ? undefined : new URL(config.src));
    const loaded = source && (await loadWithProvenance(source));
    const model = loaded?.model ?? seedNetwork();
    model.build(new Runtime(backend), { seed: config.settings?.seed ?? defaults.seed });
    this.#model = model;
    this.#provenance = loaded?.provenance;
    this.#weights = loaded ? 'loaded' : 'untrained';
    this.#start = { weights: await model.getWeights(), layers: layersOf(model) };
    this.#settings = { ...defaults, ...config.settings };
    if (snapshot) await this.#resume(snapshot);
    if (shown) this.#lookout.resume(shown);
    this.#tellState();
    await this.#lookout.look(true);
  }

  /** Goes on where a worker that died had been. */
  async #resume({ trainer, settings, layers, isTraining }: EngineSnapshot): Promise<void> {
    applyLayers(this.#live, layers);
    this.#settings = settings;
    const run = await this.#newRun();
    run.restore(trainer);
    this.#step = trainer.step;
    this.#phase = 'paused';
    this.#weights = 'training';
    run.start({ paused: !isTraining });
    if (isTraining) this.#phase = 'training';
  }

  async #answer(id: number, command: ModelCommand): Promise<void> {
    try {
      const takesTurns = changesWeights.has(command.type);
      const done = takesTurns ? this.#turn.then(() => this.#execute(command)) : this.#execute(command);
      if (takesTurns) this.#turn = done.catch(() => {});
      await done;
      this.#post({ type: 'reply', id, step: this.#step });
    } catch (error) {
      this.#post({ type: 'refusal', id, error: errors.plainError(error) });
    }
  }

  async #execute(command: ModelCommand): Promise<void> {
    switch (command.type) {
      case 'input':
        return this.#lookout.show(command.images);
      case 'train':
        if (this.#run && command.from !== 'scratch' && command.settings === undefined)
          return this.#continue();
        await this.#launch(command.settings, command.from === 'scratch', false);
        return;
      case 'pause':
        return this.#pause();
      case 'step': {
        const run = this.#run ?? (await this.#launch(undefined, false, true));
        await run.makeSteps(command.count ?? 1);
        return this.#pause();
      }
      case 'reset':
        return this.#reset(command.to ?? 'start');
      case 'setLearningRate':
        return this.#set({ learningRate: command.learningRate });
      case 'setBatchSize':
        return this.#set({ batchSize: command.batchSize });
      case 'setActivation':
        setActivation(this.#live, command.layer, command.activation);
        return this.#bent();
      case 'setPooling':
        setPooling(this.#live, command.layer, command.kind);
        return this.#bent();
      case 'setWeight':
        if (this.#phase === 'training') throw errors.busyTraining('setWeight');
        await setWeight(this.#live, command);
        this.#isEdited = true;
        return this.#bent();
      default:
        throw errors.unknownCommand(String((command satisfies never as ModelCommand).type));
    }
  }

  /** Of the run that goes on, and of those to come. */
  #set(settings: Pick<TrainSettings, 'learningRate' | 'batchSize'>): void {
    checkSettings(settings);
    this.#settings = { ...this.#settings, ...settings };
    this.#run?.set(settings);
    this.#tellState();
  }

  #bent(): Promise<void> {
    this.#tellState();
    this.#askUnits();
    return this.#lookout.look(true);
  }

  #continue(): void {
    this.#run!.resume();
    this.#setPhase('training');
  }

  async #pause(): Promise<void> {
    if (!this.#run || this.#phase === 'ended') return;
    await this.#run.pause();
    this.#setPhase('paused');
    await this.#lookout.look(true);
  }

  async #reset(to: 'start' | 'scratch'): Promise<void> {
    await this.#endRun();
    if (to === 'scratch') this.#initialise(this.#settings.seed);
    else {
      applyLayers(this.#live, this.#start!.layers);
      this.#live.setWeights(this.#start!.weights);
    }
    const hasFile = this.#config.src !== undefined || this.#config.file !== undefined;
    this.#weights = to === 'start' && hasFile ? 'loaded' : 'untrained';
    this.#isEdited = false;
    this.#step = 0;
    this.#error = undefined;
    this.#post({ type: 'history', reset: true, chunk: { step: [], loss: [], accuracy: [], validation: [] } });
    this.#setPhase('idle');
    await this.#lookout.look(true);
  }

  async #launch(
    given: TrainSettings | undefined,
    fromScratch: boolean,
    paused: boolean,
  ): Promise<TrainingRun> {
    const settings = { ...this.#settings, ...given };
    checkSettings(settings);
    this.#settings = settings;
    await this.#endRun();
    this.#setPhase('preparing');
    try {
      const run = await this.#newRun();
      if (fromScratch) this.#initialise(settings.seed);
      this.#step = 0;
      this.#error = undefined;
      this.#post({
        type: 'history',
        reset: true,
        chunk: { step: [], loss: [], accuracy: [], validation: [] },
      });
      this.#weights = 'training';
      run.start({ paused });
      this.#setPhase(paused ? 'paused' : 'training');
      return run;
    } catch (error) {
      this.#setPhase('idle');
      throw error;
    }
  }

  async #newRun(): Promise<TrainingRun> {
    const settings = this.#settings;
    const data = await this.#loaded();
    const run = new TrainingRun({
      model: this.#live,
      data,
      settings,
      snapshotEvery: this.#config.snapshotEvery ?? 200,
      yieldEveryMs: this.#options.yieldEveryMs ?? 12,
      onStep: (step, chunk) => this.#stepped(step, chunk),
      onSnapshot: (trainer) =>
        this.#post({
          type: 'snapshot',
          snapshot: {
            trainer,
            settings: this.#settings,
            layers: layersOf(this.#live),
            isTraining: this.#phase === 'training',
          },
        }),
      onEnd: (error) => void this.#ended(run, error),
    });
    this.#run = run;
    this.#lookout.join(run);
    return run;
  }

  /** Loaded once; again where that failed. */
  #loaded(): Promise<Digits> {
    this.#data ??= this.#loadData().catch((error: unknown) => {
      this.#data = undefined;
      throw error;
    });
    return this.#data;
  }

  async #loadData(): Promise<Digits> {
    const { data: source, limit } = this.#config;
    const all = await mnist({
      ...(source !== undefined && { source }),
      ...(limit !== undefined && { limit }),
    });
    const { train, validation } = all.split({
      validation: Math.min(5000, Math.floor(all.length / 10)),
      seed: 1,
    });
    return { train, validation: validation.take(500) };
  }

  #initialise(seed: number): void {
    const model = this.#live;
    const { runtime } = model;
    model.dispose();
    model.build(runtime, { seed });
  }

  async #endRun(): Promise<void> {
    const run = this.#run;
    this.#run = undefined;
    this.#lookout.leave();
    await run?.stop();
  }

  async #stepped(step: number, chunk: Parameters<TrainingRun['options']['onStep']>[1]): Promise<void> {
    this.#step = step;
    this.#post({ type: 'history', reset: false, chunk });
    const now = performance.now();
    if (now - this.#told >= stateEveryMs) this.#tellState();
    if (now - this.#lookout.lookedAt >= probeEveryMs) await this.#lookout.look(false);
  }

  async #ended(run: TrainingRun, error: unknown): Promise<void> {
    if (this.#run !== run) return;
    await this.#endRun();
    this.#error = error === undefined ? undefined : errors.plainError(error);
    this.#weights = 'trained';
    this.#setPhase('ended');
    await this.#lookout.look(true);
  }

  #setPhase(phase: SessionPhase): void {
    this.#phase = phase;
    this.#tellState();
    this.#askUnits();
  }

  #tellState(): void {
    this.#told = performance.now();
    const model = this.#live;
    const run = this.#run;
    const state: EngineState = {
      phase: this.#phase,
      model: model.summary(),
      step: this.#step,
      epoch: run?.epoch ?? 0,
      settings: this.#settings,
      ...(run?.optimizer && { optimizer: run.optimizer }),
      plannedSteps: run?.plannedSteps ?? 0,
      ...(run && this.#phase === 'training' && { imagesPerSecond: run.imagesPerSecond }),
      weights: this.#weights,
      ...(this.#weights === 'loaded' &&
        !this.#isEdited &&
        this.#provenance && { provenance: this.#provenance }),
      backend: backendFacts(model.runtime),
      ...(this.#error && { error: this.#error }),
    };
    this.#post({ type: 'state', state });
  }

  #post(message: FromEngine, transfer: Transferable[] = []): void {
    this.#options.post({ ...envelope, ...message }, transfer);
  }
}

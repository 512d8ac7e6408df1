/** The engine: a model, a trainer and a probe of the current input, commanded by messages. Knows nothing of workers. */
import { loadWithProvenance, seedNetwork } from '@convlens/layers';
import type { HostWeights, Sequential } from '@convlens/layers';
import { mnist } from '@convlens/datasets';
import type { Dataset } from '@convlens/datasets';
import { Runtime } from '@convlens/tensor-core';
import type { Backend } from '@convlens/tensor-core';
import type {
  ImageBatch,
  ModelCommand,
  SessionPhase,
  SessionState,
  TapRequest,
  TrainSettings,
  Unsubscribe,
} from '@convlens/types';
import * as errors from '../errors.js';
import { envelope } from '../protocol.js';
import type { EngineConfig, EngineSnapshot, EngineState, FromEngine, ToEngine } from '../protocol.js';
import { answersOf, layersWithMaps } from './answers.js';
import { applyLayers, layersOf, setActivation, setPooling } from './bends.js';
import type { LayerPlanData } from './bends.js';
import { setWeight } from './set-weight.js';
import { isOfInput, Taps } from './taps.js';
import { checkSettings, defaults } from './train-settings.js';
import { pathsWhileTraining, TrainingRun } from './training-run.js';

export interface EngineOptions {
  /** What the page may choose from, by name; the first is the default. */
  readonly backends: Readonly<Record<string, () => Backend | Promise<Backend>>>;
  readonly post: (message: FromEngine, transfer: Transferable[]) => void;
  /** Longest time at a stretch without a turn for the host; 12 ms unless told. */
  readonly yieldEveryMs?: number;
}

/** Shown until somebody sends a drawing. */
const blank = ([height, width, channels]: readonly number[]): ImageBatch => ({
  shape: [1, height!, width!, channels!],
  data: new Float32Array(height! * width! * channels!),
});

/** The layer whose units are asked what they answer to. */
const layerAsked = (path: string): string | undefined => /^([^/]+)\/(?:patches|answers)$/.exec(path)?.[1];
const answerPaths = (model: Sequential): readonly string[] =>
  layersWithMaps(model).flatMap((layer) => [`${layer}/patches`, `${layer}/answers`]);

/** A backend may say what it was refused, and runs slowly without. */
function backendFacts(runtime: Runtime): SessionState['backend'] {
  const { name, refused }: Backend & { readonly refused?: string | undefined } = runtime.backend;
  return { name, threads: runtime.report().threads, ...(refused !== undefined && { refused }) };
}

/** One after the other: each of these begins with the weights that the one before has left. */
const changesWeights: ReadonlySet<ModelCommand['type']> = new Set(['train', 'step', 'reset', 'setWeight']);

/** While training, the current input is looked at this often at most. */
const probeEveryMs = 33;
const stateEveryMs = 100;

export class Engine {
  readonly #options: EngineOptions;
  readonly #taps: Taps;
  readonly #batchTaps = new Map<number, { readonly request: TapRequest; unwatch: Unsubscribe | undefined }>();
  #begun: Promise<void> | undefined;
  /** Commands that change the run, one after the other; a pause or a drawing need not wait for them. */
  #turn: Promise<void> = Promise.resolve();
  #config: EngineConfig = {};
  #model: Sequential | undefined;
  #run: TrainingRun | undefined;
  #data: Promise<{ readonly train: Dataset; readonly validation: Dataset }> | undefined;
  #start: { readonly weights: HostWeights; readonly layers: readonly LayerPlanData[] } | undefined;
  /** What a run, or the next one, is made with. */
  #settings: Required<TrainSettings> = defaults;
  #provenance: SessionState['provenance'];
  #input: ImageBatch | undefined;
  #inputId = 0;
  #phase: SessionPhase = 'idle';
  #weights: SessionState['weights'] = 'untrained';
  /** Whether somebody has set a weight by hand: what the file says of its accuracy then holds no longer. */
  #isEdited = false;
  #step = 0;
  #error: SessionState['error'];
  #probed = 0;
  #told = 0;

  constructor(options: EngineOptions) {
    this.#options = options;
    this.#taps = new Taps((tap, value) => this.#post({ type: 'value', tap, value }, [value.data.buffer]));
  }

  /** Takes one message; never throws: what goes wrong is answered. */
  async receive(message: ToEngine): Promise<void> {
    try {
      // Whatever else arrives waits until there is a network.
      if (message.type === 'start') this.#begun = this.#begin(message.config, message.snapshot);
      if (message.type !== 'ping') await this.#begun;
      switch (message.type) {
        case 'start':
          return;
        case 'command':
          return await this.#answer(message.id, message.command);
        case 'tap':
          return this.#tap(message.tap, message.request);
        case 'untap':
          return this.#untap(message.tap);
        case 'taken':
          return this.#taps.taken(message.tap);
        case 'ping':
          return this.#post({ type: 'pong' });
        default:
          return message satisfies never;
      }
    } catch (error) {
      this.#post({ type: 'failed', error: errors.plainError(error) });
    }
  }

  get #live(): Sequential {
    if (!this.#model) throw errors.engineEnded();
    return this.#model;
  }

  async #begin(config: EngineConfig, snapshot: EngineSnapshot | undefined): Promise<void> {
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
    this.#input = blank(model.inputShape);
    if (snapshot) await this.#resume(snapshot);
    this.#tellState();
    await this.#probe(true);
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
        // Refused here, if its shape does not fit, and the picture stays as it was.
        await this.#live.forward(command.images, { paths: [] });
        this.#input = command.images;
        this.#inputId++;
        return this.#probe(true);
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
    return this.#probe(true);
  }

  #continue(): void {
    this.#run!.resume();
    this.#setPhase('training');
  }

  async #pause(): Promise<void> {
    if (!this.#run || this.#phase === 'ended') return;
    await this.#run.pause();
    this.#setPhase('paused');
    await this.#probe(true);
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
    await this.#probe(true);
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
    this.#data ??= this.#loadData();
    const data = await this.#data.catch((error: unknown) => {
      this.#data = undefined;
      throw error;
    });
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
    for (const [id, tap] of this.#batchTaps) tap.unwatch = this.#watch(run, id, tap.request);
    return run;
  }

  async #loadData(): Promise<{ readonly train: Dataset; readonly validation: Dataset }> {
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
    for (const tap of this.#batchTaps.values()) tap.unwatch = undefined;
    await run?.stop();
  }

  async #stepped(step: number, chunk: Parameters<TrainingRun['options']['onStep']>[1]): Promise<void> {
    this.#step = step;
    this.#post({ type: 'history', reset: false, chunk });
    const now = performance.now();
    if (now - this.#told >= stateEveryMs) this.#tellState();
    if (now - this.#probed >= probeEveryMs) await this.#probe(false);
  }

  async #ended(run: TrainingRun, error: unknown): Promise<void> {
    if (this.#run !== run) return;
    await this.#endRun();
    this.#error = error === undefined ? undefined : errors.plainError(error);
    this.#weights = 'trained';
    this.#setPhase('ended');
    await this.#probe(true);
  }

  /** Looks at the current input with the weights of now, for whoever watches. */
  async #probe(force: boolean): Promise<void> {
    this.#probed = performance.now();
    const paths = this.#taps.inputPaths.filter((path) => !layerAsked(path));
    if (paths.length === 0 || !this.#input) return;
    const [step, inputId] = [this.#step, this.#inputId];
    const seen = await this.#live.forward(this.#input, { paths });
    for (const [path, { shape, data }] of Object.entries(seen))
      this.#taps.offer({ path, step, inputId, shape, data }, force);
  }

  /** What units answer to, for whoever asked; only while the network stands still, which it is asked again whenever it does. */
  async #answerAll(): Promise<void> {
    const layers = new Set(this.#taps.inputPaths.flatMap((path) => layerAsked(path) ?? []));
    if (layers.size === 0 || this.#phase === 'training') return;
    const { train } = await (this.#data ??= this.#loadData());
    for (const layer of layers) {
      const [step, inputId] = [this.#step, this.#inputId];
      const found = await answersOf(this.#live, train, layer);
      if (this.#step !== step) return;
      const { patches, patchesShape, facts, factsShape } = found;
      this.#taps.offer({ path: `${layer}/patches`, step, inputId, shape: patchesShape, data: patches }, true);
      this.#taps.offer({ path: `${layer}/answers`, step, inputId, shape: factsShape, data: facts }, true);
    }
  }

  #tap(id: number, request: TapRequest): void {
    try {
      const known = [...pathsWhileTraining(this.#live), ...answerPaths(this.#live)];
      if (!known.includes(request.path)) throw errors.unknownTap(request.path, known);
      this.#taps.add(id, request, this.#bytesOf(request));
    } catch (error) {
      this.#post({ type: 'tapError', tap: id, error: errors.plainError(error) });
      return;
    }
    if (layerAsked(request.path)) {
      this.#answerAll().catch((error: unknown) =>
        this.#post({ type: 'tapError', tap: id, error: errors.plainError(error) }),
      );
      return;
    }
    if (isOfInput(request)) return void this.#probe(true);
    this.#batchTaps.set(id, { request, unwatch: this.#run && this.#watch(this.#run, id, request) });
  }

  #watch(run: TrainingRun, id: number, request: TapRequest): Unsubscribe {
    return run.trainer.watch(request, (value) => this.#taps.give(id, { ...value, inputId: this.#inputId }));
  }

  #untap(id: number): void {
    this.#taps.remove(id);
    this.#batchTaps.get(id)?.unwatch?.();
    this.#batchTaps.delete(id);
  }

  /** Float32 bytes of one value. */
  #bytesOf({ path, rows = 1 }: TapRequest): number {
    const sizeOf = (shape: readonly number[]): number => shape.reduce((product, size) => product * size, 4);
    const [name, part] = path.split('/');
    const layer = this.#live.summary().layers.find((each) => each.name === name);
    if (!layer) return rows * sizeOf(path === 'input' ? this.#live.inputShape : this.#live.outputShape);
    const weight = layer.weights[part!];
    return weight ? sizeOf(weight) : rows * sizeOf(layer.outputShape);
  }

  #setPhase(phase: SessionPhase): void {
    this.#phase = phase;
    this.#tellState();
    void this.#answerAll().catch((error: unknown) =>
      this.#post({ type: 'failed', error: errors.plainError(error) }),
    );
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
